// The early return gives _hits back.
using LockGraph;

namespace Parity.SpinLockLeakClean;

public sealed class HitCounter
{
    private readonly TrackedSpinLock _hits = new();
    private int _counted;

    public static void Run()
    {
        var hitCounter = new HitCounter();
        hitCounter.Hit(5);
    }

    public void Hit(int requests)
    {
        bool hitsTaken = false;
        _hits.Enter(ref hitsTaken);
        try
        {
            _counted += requests;
            if (_counted > 3)
            {
                return;
            }

            _counted--;
        }
        finally
        {
            _hits.Exit();
        }
    }
}
