// The second lock is taken two calls further down.
using LockGraph;

namespace Parity.SpinLockAcrossMethods;

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
        bool nowTaken = false;
        try
        {
            _now.Enter(ref nowTaken);
            _advanced += frames;
            Propagate(frames); // expect-any: LG1002 FrameClock._drift > FrameClock._now
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
            _corrected = Current(); // expect-any: LG1002 FrameClock._drift > FrameClock._now
        }
        finally
        {
            if (driftTaken)
            {
                _drift.Exit();
            }
        }
    }

    private void Propagate(int frames)
    {
        Adjust(frames);
    }

    private void Adjust(int frames)
    {
        bool driftTaken = false;
        try
        {
            _drift.Enter(ref driftTaken); // expect-any: LG1002 FrameClock._drift > FrameClock._now
            _corrected += frames;
        }
        finally
        {
            if (driftTaken)
            {
                _drift.Exit();
            }
        }
    }

    private int Current()
    {
        bool nowTaken = false;
        try
        {
            _now.Enter(ref nowTaken); // expect-any: LG1002 FrameClock._drift > FrameClock._now
            return _advanced;
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
