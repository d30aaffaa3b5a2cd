// The second lock is taken two calls further down.
using LockGraph;

namespace Parity.SemaphoreAcrossMethods;

public sealed class PrintQueue
{
    private readonly TrackedSemaphore _pages = new(1, 1);
    private readonly TrackedSemaphore _trays = new(1, 1);
    private int _printed;
    private int _loaded;

    public static void Run()
    {
        var printQueue = new PrintQueue();
        printQueue.Print(5);
        printQueue.Refill();
    }

    public void Print(int sheets)
    {
        _pages.Wait();
        try
        {
            _printed += sheets;
            Propagate(sheets); // expect-any: LG1002 PrintQueue._pages > PrintQueue._trays
        }
        finally
        {
            _pages.Release();
        }
    }

    public void Refill()
    {
        _trays.Wait();
        try
        {
            _loaded = Current(); // expect-any: LG1002 PrintQueue._pages > PrintQueue._trays
        }
        finally
        {
            _trays.Release();
        }
    }

    private void Propagate(int sheets)
    {
        Adjust(sheets);
    }

    private void Adjust(int sheets)
    {
        _trays.Wait(); // expect-any: LG1002 PrintQueue._pages > PrintQueue._trays
        try
        {
            _loaded += sheets;
        }
        finally
        {
            _trays.Release();
        }
    }

    private int Current()
    {
        _pages.Wait(); // expect-any: LG1002 PrintQueue._pages > PrintQueue._trays
        try
        {
            return _printed;
        }
        finally
        {
            _pages.Release();
        }
    }
}
