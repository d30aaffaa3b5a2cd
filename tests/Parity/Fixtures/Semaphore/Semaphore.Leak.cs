// The early return keeps _pages.
using LockGraph;

namespace Parity.SemaphoreLeak;

public sealed class PrintQueue
{
    private readonly TrackedSemaphore _pages = new(1, 1);
    private int _printed;

    public static void Run()
    {
        var printQueue = new PrintQueue();
        printQueue.Print(5);
    }

    public void Print(int sheets)
    {
        _pages.Wait(); // expect: LG2004 PrintQueue._pages
        _printed += sheets;
        if (_printed > 3)
        {
            return;
        }

        _pages.Release();
    }
}
