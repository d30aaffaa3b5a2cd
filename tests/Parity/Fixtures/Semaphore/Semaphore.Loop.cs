// The inner lock is taken and given back in each round; the orders differ.
using LockGraph;

namespace Parity.SemaphoreLoop;

public sealed class PrintQueue
{
    private readonly TrackedSemaphore _pages = new(1, 1);
    private readonly TrackedSemaphore _trays = new(1, 1);
    private int _printed;
    private int _loaded;

    public static void Run()
    {
        var printQueue = new PrintQueue();
        printQueue.Print([1, 2, 3]);
        printQueue.Refill();
    }

    public void Print(int[] sheets)
    {
        _pages.Wait();
        try
        {
            foreach (int one in sheets)
            {
                _trays.Wait(); // expect-any: LG1002 PrintQueue._pages > PrintQueue._trays
                try
                {
                    _loaded += one;
                }
                finally
                {
                    _trays.Release();
                }
            }
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
            for (int round = 0; round < 2; round++)
            {
                _pages.Wait(); // expect-any: LG1002 PrintQueue._pages > PrintQueue._trays
                try
                {
                    _printed += _loaded;
                }
                finally
                {
                    _pages.Release();
                }
            }
        }
        finally
        {
            _trays.Release();
        }
    }
}
