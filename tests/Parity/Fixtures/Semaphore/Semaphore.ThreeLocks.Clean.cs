// Three locks, one line from the outermost to the innermost.
using LockGraph;

namespace Parity.SemaphoreThreeLocksClean;

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
        printQueue.Refill();
        printQueue.Clean();
    }

    public void Print(int sheets)
    {
        _pages.Wait();
        try
        {
            _trays.Wait();
            try
            {
                _printed += sheets;
            }
            finally
            {
                _trays.Release();
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
            _toner.Wait();
            try
            {
                _loaded = _printed;
            }
            finally
            {
                _toner.Release();
            }
        }
        finally
        {
            _trays.Release();
        }
    }

    public void Clean()
    {
        _pages.Wait();
        try
        {
            _toner.Wait();
            try
            {
                _printed = 0;
            }
            finally
            {
                _toner.Release();
            }
        }
        finally
        {
            _pages.Release();
        }
    }
}
