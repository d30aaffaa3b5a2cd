// With several slots a semaphore excludes nobody: it has no order.
using LockGraph;

namespace Parity.SemaphoreNestedSlotsClean;

public sealed class Bakery
{
    private readonly TrackedSemaphore _ovens = new(3, 3);
    private readonly TrackedSemaphore _counters = new(2, 2);
    private int _sold;

    public static void Run()
    {
        var bakery = new Bakery();
        bakery.Bake(4);
        bakery.Sell();
    }

    public void Bake(int loaves)
    {
        _ovens.Wait();
        try
        {
            _counters.Wait();
            _sold -= loaves;
            _counters.Release();
        }
        finally
        {
            _ovens.Release();
        }
    }

    public void Sell()
    {
        _counters.Wait();
        try
        {
            _ovens.Wait();
            _sold++;
            _ovens.Release();
        }
        finally
        {
            _counters.Release();
        }
    }
}
