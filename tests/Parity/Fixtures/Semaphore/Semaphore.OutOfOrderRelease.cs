// Hand over hand: _pages is given back under _trays, and _trays under _toner.
using LockGraph;

namespace Parity.SemaphoreOutOfOrderRelease;

public sealed class PrintQueue
{
    private readonly TrackedSemaphore _pages = new(1, 1);
    private readonly TrackedSemaphore _trays = new(1, 1);
    private readonly TrackedSemaphore _toner = new(1, 1);
    private int _printed;
    private int _loaded;

    public static void Run()
    {
        var printQueue = new PrintQueue();
        printQueue.Print(5);
        printQueue.Clean();
    }

    public void Print(int sheets)
    {
        _pages.Wait();
        try
        {
            _printed += sheets;
            _trays.Wait();
        }
        finally
        {
            _pages.Release();
        }

        try
        {
            _loaded++;
            _toner.Wait(); // expect-any: LG1002 PrintQueue._toner > PrintQueue._trays
        }
        finally
        {
            _trays.Release();
        }

        try
        {
            _printed--;
        }
        finally
        {
            _toner.Release();
        }
    }

    public void Clean()
    {
        _toner.Wait();
        try
        {
            _trays.Wait(); // expect-any: LG1002 PrintQueue._toner > PrintQueue._trays
            try
            {
                _loaded = 0;
            }
            finally
            {
                _trays.Release();
            }
        }
        finally
        {
            _toner.Release();
        }
    }
}
