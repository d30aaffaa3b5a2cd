// The signal is no lock, and whoever gives it may need the lock that is held during the wait.
using LockGraph;

namespace Parity.SemaphoreBlockingWait;

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
        _door.Wait();
        try
        {
            _passages++;
            return _pressure.Wait(1); // expect: LG3002 Airlock._door
        }
        finally
        {
            _door.Release();
        }
    }
}
