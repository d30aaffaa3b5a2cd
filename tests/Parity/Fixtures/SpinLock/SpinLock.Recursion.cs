// Hit calls itself under _hits, which does not let its holder in again.
// throws: LockRecursionException
using LockGraph;

namespace Parity.SpinLockRecursion;

public sealed class HitCounter
{
    private readonly TrackedSpinLock _hits = new();
    private int _counted;

    public static void Run()
    {
        var hitCounter = new HitCounter();
        hitCounter.Hit(1);
    }

    public void Hit(int depth)
    {
        bool hitsTaken = false;
        try
        {
            _hits.Enter(ref hitsTaken); // expect-any: LG1004 HitCounter._hits
            _counted += depth;
            if (depth > 0)
            {
                Hit(depth - 1); // expect-any: LG1004 HitCounter._hits
            }
        }
        finally
        {
            if (hitsTaken)
            {
                _hits.Exit();
            }
        }
    }
}
