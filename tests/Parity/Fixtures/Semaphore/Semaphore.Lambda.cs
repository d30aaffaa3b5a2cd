// Guarded runs what it is given under _pages.
using LockGraph;

namespace Parity.SemaphoreLambda;

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
        Guarded(() =>
        {
            _printed += sheets;
            _trays.Wait(); // expect-any: LG1002 PrintQueue._pages > PrintQueue._trays
            try
            {
                _loaded++;
            }
            finally
            {
                _trays.Release();
            }
        });
    }

    public void Refill()
    {
        _trays.Wait();
        try
        {
            Guarded(() => _printed = _loaded); // expect-any: LG1002 PrintQueue._pages > PrintQueue._trays
        }
        finally
        {
            _trays.Release();
        }
    }

    private void Guarded(Action body)
    {
        _pages.Wait(); // expect-any: LG1002 PrintQueue._pages > PrintQueue._trays
        try
        {
            body(); // expect-any: LG1002 PrintQueue._pages > PrintQueue._trays
        }
        finally
        {
            _pages.Release();
        }
    }
}
