// Two locks of one class, ranked, and taken by ascending rank.
using LockGraph;

namespace Parity.SpinLockSameClassClean;

public sealed class HitCounter
{
    [LockClass("hitCounter.hits")]
    [LockSubclass(0)]
    private readonly TrackedSpinLock _hits = new();

    [LockClass("hitCounter.hits")]
    [LockSubclass(1)]
    private readonly TrackedSpinLock _misses = new();

    private int _counted;
    private int _missed;

    public static void Run()
    {
        var hitCounter = new HitCounter();
        hitCounter.Hit(5);
        hitCounter.Miss();
    }

    public void Hit(int requests)
    {
        bool hitsTaken = false;
        try
        {
            _hits.Enter(ref hitsTaken);
            bool missesTaken = false;
            try
            {
                _misses.Enter(ref missesTaken);
                _counted += requests;
                _missed++;
            }
            finally
            {
                if (missesTaken)
                {
                    _misses.Exit();
                }
            }
        }
        finally
        {
            if (hitsTaken)
            {
                _hits.Exit();
            }
        }
    }

    public void Miss()
    {
        bool missesTaken = false;
        try
        {
            _misses.Enter(ref missesTaken);
            _missed = 0;
        }
        finally
        {
            if (missesTaken)
            {
                _misses.Exit();
            }
        }
    }
}
