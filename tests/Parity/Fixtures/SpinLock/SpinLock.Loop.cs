// The inner lock is taken and given back in each round; the orders differ.
using LockGraph;

namespace Parity.SpinLockLoop;

public sealed class FrameClock
{
    private readonly TrackedSpinLock _now = new();
    private readonly TrackedSpinLock _drift = new();
    private int _advanced;
    private int _corrected;

    public static void Run()
    {
        var frameClock = new FrameClock();
        frameClock.Advance([1, 2, 3]);
        frameClock.Correct();
    }

    public void Advance(int[] frames)
    {
        bool nowTaken = false;
        try
        {
            _now.Enter(ref nowTaken);
            foreach (int one in frames)
            {
                bool driftTaken = false;
                try
                {
                    _drift.Enter(ref driftTaken); // expect-any: LG1002 FrameClock._drift > FrameClock._now
                    _corrected += one;
                }
                finally
                {
                    if (driftTaken)
                    {
                        _drift.Exit();
                    }
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
            for (int round = 0; round < 2; round++)
            {
                bool nowTaken = false;
                try
                {
                    _now.Enter(ref nowTaken); // expect-any: LG1002 FrameClock._drift > FrameClock._now
                    _advanced += _corrected;
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
        finally
        {
            if (driftTaken)
            {
                _drift.Exit();
            }
        }
    }
}
