// Guarded runs what it is given under _now.
using LockGraph;

namespace Parity.SpinLockLambda;

public sealed class FrameClock
{
    private readonly TrackedSpinLock _now = new();
    private readonly TrackedSpinLock _drift = new();
    private int _advanced;
    private int _corrected;

    public static void Run()
    {
        var frameClock = new FrameClock();
        frameClock.Advance(5);
        frameClock.Correct();
    }

    public void Advance(int frames)
    {
        Guarded(() =>
        {
            _advanced += frames;
            bool driftTaken = false;
            try
            {
                _drift.Enter(ref driftTaken); // expect-any: LG1002 FrameClock._drift > FrameClock._now
                _corrected++;
            }
            finally
            {
                if (driftTaken)
                {
                    _drift.Exit();
                }
            }
        });
    }

    public void Correct()
    {
        bool driftTaken = false;
        try
        {
            _drift.Enter(ref driftTaken);
            Guarded(() => _advanced = _corrected); // expect-any: LG1002 FrameClock._drift > FrameClock._now
        }
        finally
        {
            if (driftTaken)
            {
                _drift.Exit();
            }
        }
    }

    private void Guarded(Action body)
    {
        bool nowTaken = false;
        try
        {
            _now.Enter(ref nowTaken); // expect-any: LG1002 FrameClock._drift > FrameClock._now
            body(); // expect-any: LG1002 FrameClock._drift > FrameClock._now
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
