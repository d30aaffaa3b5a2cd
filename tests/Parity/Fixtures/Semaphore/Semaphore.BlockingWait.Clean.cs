// The signal is waited for before the lock is taken.
using LockGraph;

namespace Parity.SemaphoreBlockingWaitClean;

public sealed class Airlock
{
    private readonly TrackedSemaphore _door = new(1, 1);
    private readonly TrackedSemaphore _pressure = new(0, 1);
    private int _passages;

    public static void Run()
    {
        var airlock = new Airlock();
        airlock.Pass();
    }

    public bool Pass()
    {
        bool ready = _pressure.Wait(1);
        _door.Wait();
        try
        {
            _passages++;
            return ready;
        }
        finally
        {
            _door.Release();
        }
    }
}
