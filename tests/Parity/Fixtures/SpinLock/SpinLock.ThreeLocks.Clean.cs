// Three locks, one line from the outermost to the innermost.
using LockGraph;

namespace Parity.SpinLockThreeLocksClean;

public sealed class FrameClock
{
    private readonly TrackedSpinLock _now = new();
    private readonly TrackedSpinLock _drift = new();
    private readonly TrackedSpinLock _skew = new();
    private int _advanced;
    private int _corrected;

    public static void Run()
    {
        var frameClock = new FrameClock();
        frameClock.Advance(5);
        frameClock.Correct();
        frameClock.Tilt();
    }

    public void Advance(int frames)
    {
        bool nowTaken = false;
        try
        {
            _now.Enter(ref nowTaken);
            bool driftTaken = false;
            try
            {
                _drift.Enter(ref driftTaken);
                _advanced += frames;
            }
            finally
            {
                if (driftTaken)
                {
                    _drift.Exit();
                }
            }
        }
        finally
        {
            if (nowTaken)
            {
                _now.Exit();
            }
        }
    }

    public void Correct()
    {
        bool driftTaken = false;
        try
        {
            _drift.Enter(ref driftTaken);
            bool skewTaken = false;
            try
            {
                _skew.Enter(ref skewTaken);
                _corrected = _advanced;
            }
            finally
            {
                if (skewTaken)
                {
                    _skew.Exit();
                }
            }
        }
        finally
        {
            if (driftTaken)
            {
                _drift.Exit();
            }
        }
    }

    public void Tilt()
    {
        bool nowTaken = false;
        try
        {
            _now.Enter(ref nowTaken);
            bool skewTaken = false;
            try
            {
                _skew.Enter(ref skewTaken);
                _advanced = 0;
            }
            finally
            {
                if (skewTaken)
                {
                    _skew.Exit();
                }
            }
        }
        finally
        {
            if (nowTaken)
            {
                _now.Exit();
            }
        }
    }
}
