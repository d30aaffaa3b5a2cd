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
        _counters.Wait();
        Interlocked.Add(ref _sold, -loaves);
        _counters.Release();
        _ovens.Release();
    }

    public void Sell()
    {
        _counters.Wait();
        _ovens.Wait();
        Interlocked.Increment(ref _sold);
        _ovens.Release();
        _counters.Release();
    }
}
