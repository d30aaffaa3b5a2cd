// Reading Total takes _misses, and nobody sees it from the outside; Miss holds one lock only.
using LockGraph;

namespace Parity.SpinLockPropertyGetterClean;

public sealed class HitCounter
{
    private readonly TrackedSpinLock _hits = new();
    private readonly TrackedSpinLock _misses = new();
    private int _counted;
    private int _missed;

    public static void Run()
    {
        var hitCounter = new HitCounter();
        hitCounter.Hit(5);
        hitCounter.Miss();
    }

    public int Total
    {
        get
        {
            bool missesTaken = false;
            try
            {
                _misses.Enter(ref missesTaken);
                return _missed;
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

    public void Hit(int requests)
    {
        bool hitsTaken = false;
        try
        {
            _hits.Enter(ref hitsTaken);
            _counted = Total + requests;
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
}
