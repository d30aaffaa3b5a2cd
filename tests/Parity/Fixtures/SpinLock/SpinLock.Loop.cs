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
        _now.Enter(ref nowTaken);
        try
        {
            foreach (int one in frames)
            {
                bool driftTaken = false;
                _drift.Enter(ref driftTaken); // expect-any: LG1002 FrameClock._drift > FrameClock._now
                try
                {
                    _corrected += one;
                }
                finally
                {
                    _drift.Exit();
                }
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
            for (int round = 0; round < 2; round++)
            {
                bool nowTaken = false;
                _now.Enter(ref nowTaken); // expect-any: LG1002 FrameClock._drift > FrameClock._now
                try
                {
                    _advanced += _corrected;
                }
                finally
                {
                    _now.Exit();
                }
            }
        }
        finally
        {
            _drift.Exit();
        }
    }
}
