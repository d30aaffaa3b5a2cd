// All instantiations of a generic type share its lock classes, and keep one order.
using LockGraph;

namespace Parity.SpinLockGenericClean;

public static class FrameClockDemo
{
    public static void Run()
    {
        var named = new FrameClock<string>();
        var numbered = new FrameClock<int>();
        named.Advance("first", 5);
        numbered.Correct();
    }
}

public sealed class FrameClock<TKey>
    where TKey : notnull
{
    private readonly TrackedSpinLock _now = new();
    private readonly TrackedSpinLock _drift = new();
    private readonly Dictionary<TKey, int> _byFrames = [];
    private int _corrected;

    public void Advance(TKey key, int frames)
    {
        bool nowTaken = false;
        try
        {
            _now.Enter(ref nowTaken);
            _byFrames[key] = frames;
            bool driftTaken = false;
            try
            {
                _drift.Enter(ref driftTaken);
                _corrected++;
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
        bool nowTaken = false;
        try
        {
            _now.Enter(ref nowTaken);
            bool driftTaken = false;
            try
            {
                _drift.Enter(ref driftTaken);
                _corrected = _byFrames.Count;
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
}
