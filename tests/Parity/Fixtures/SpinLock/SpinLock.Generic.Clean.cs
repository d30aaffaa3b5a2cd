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
        _now.Enter(ref nowTaken);
        try
        {
            _byFrames[key] = frames;
            bool driftTaken = false;
            _drift.Enter(ref driftTaken);
            try
            {
                _corrected++;
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
        bool nowTaken = false;
        _now.Enter(ref nowTaken);
        try
        {
            bool driftTaken = false;
            _drift.Enter(ref driftTaken);
            try
            {
                _corrected = _byFrames.Count;
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
}
