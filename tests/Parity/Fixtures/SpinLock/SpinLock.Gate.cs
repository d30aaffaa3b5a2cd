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
        _resets.Enter(ref resetsTaken);
        try
        {
            bool hitsTaken = false;
            _hits.Enter(ref hitsTaken);
            try
            {
                bool missesTaken = false;
                _misses.Enter(ref missesTaken); // expect-any: LG1006 HitCounter._hits > HitCounter._misses
                try
                {
                    _counted += requests;
                    _missed++;
                }
                finally
                {
                    _misses.Exit();
                }
            }
            finally
            {
                _hits.Exit();
            }
        }
        finally
        {
            _resets.Exit();
        }
    }

    public void Miss()
    {
        bool resetsTaken = false;
        _resets.Enter(ref resetsTaken);
        try
        {
            bool missesTaken = false;
            _misses.Enter(ref missesTaken);
            try
            {
                bool hitsTaken = false;
                _hits.Enter(ref hitsTaken); // expect-any: LG1006 HitCounter._hits > HitCounter._misses
                try
                {
                    _missed = _counted;
                }
                finally
                {
                    _hits.Exit();
                }
            }
            finally
            {
                _misses.Exit();
            }
        }
        finally
        {
            _resets.Exit();
        }
    }
}
