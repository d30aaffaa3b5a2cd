// Both orders occur, but always under _resets.
using LockGraph;

namespace Parity.SpinLockGate;

public sealed class HitCounter
{
    private readonly TrackedSpinLock _resets = new();
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

    public void Hit(int requests)
    {
        bool resetsTaken = false;
        try
        {
            _resets.Enter(ref resetsTaken);
            bool hitsTaken = false;
            try
            {
                _hits.Enter(ref hitsTaken);
                bool missesTaken = false;
                try
                {
                    _misses.Enter(ref missesTaken); // expect-any: LG1006 HitCounter._hits > HitCounter._misses
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
        finally
        {
            if (resetsTaken)
            {
                _resets.Exit();
            }
        }
    }

    public void Miss()
    {
        bool resetsTaken = false;
        try
        {
            _resets.Enter(ref resetsTaken);
            bool missesTaken = false;
            try
            {
                _misses.Enter(ref missesTaken);
                bool hitsTaken = false;
                try
                {
                    _hits.Enter(ref hitsTaken); // expect-any: LG1006 HitCounter._hits > HitCounter._misses
                    _missed = _counted;
                }
                finally
                {
                    if (hitsTaken)
                    {
                        _hits.Exit();
                    }
                }
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
            if (resetsTaken)
            {
                _resets.Exit();
            }
        }
    }
}
