// Hand over hand: _now is given back under _drift, and _drift under _skew.
using LockGraph;

namespace Parity.SpinLockOutOfOrderRelease;

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
        frameClock.Tilt();
    }

    public void Advance(int frames)
    {
        bool driftTaken = false;
        bool skewTaken = false;
        bool nowTaken = false;
        _now.Enter(ref nowTaken);
        try
        {
            _advanced += frames;
            _drift.Enter(ref driftTaken);
        }
        finally
        {
            _now.Exit();
        }

        try
        {
            _corrected++;
            _skew.Enter(ref skewTaken); // expect-any: LG1002 FrameClock._drift > FrameClock._skew
        }
        finally
        {
            _drift.Exit();
        }

        try
        {
            _advanced--;
        }
        finally
        {
            _skew.Exit();
        }
    }

    public void Tilt()
    {
        bool skewTaken = false;
        try
        {
            _skew.Enter(ref skewTaken);
            bool driftTaken = false;
            try
            {
                _drift.Enter(ref driftTaken); // expect-any: LG1002 FrameClock._drift > FrameClock._skew
                _corrected = 0;
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
            if (skewTaken)
            {
                _skew.Exit();
            }
        }
    }
}
