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
        _now.Enter(ref nowTaken);
        try
        {
            bool driftTaken = false;
            _drift.Enter(ref driftTaken);
            try
            {
                _advanced += frames;
            }
            finally
            {
                _drift.Exit();
            }
        }
        finally
        {
            _now.Exit();
        }
    }

    public void Correct()
    {
        bool driftTaken = false;
        _drift.Enter(ref driftTaken);
        try
        {
            bool skewTaken = false;
            _skew.Enter(ref skewTaken);
            try
            {
                _corrected = _advanced;
            }
            finally
            {
                _skew.Exit();
            }
        }
        finally
        {
            _drift.Exit();
        }
    }

    public void Tilt()
    {
        bool nowTaken = false;
        _now.Enter(ref nowTaken);
        try
        {
            bool skewTaken = false;
            _skew.Enter(ref skewTaken);
            try
            {
                _advanced = 0;
            }
            finally
            {
                _skew.Exit();
            }
        }
        finally
        {
            _now.Exit();
        }
    }
}
