// Advance gives _now back once more than it took it.
// throws: SynchronizationLockException
using LockGraph;

namespace Parity.SpinLockBadRelease;

public sealed class FrameClock
{
    private readonly TrackedSpinLock _now = new();
    private int _advanced;

    public static void Run()
    {
        var frameClock = new FrameClock();
        frameClock.Advance(5);
    }

    public void Advance(int frames)
    {
        if (frames > 0)
        {
            bool nowTaken = false;
            _now.Enter(ref nowTaken);
            _advanced += frames;
            _now.Exit();
        }
        _now.Exit(); // expect: LG2005 FrameClock._now
    }
}
