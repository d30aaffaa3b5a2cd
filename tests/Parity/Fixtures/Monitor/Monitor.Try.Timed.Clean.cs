// A timed wait backs out some day, and so may go against the order.
using LockGraph;

namespace Parity.MonitorTryTimedClean;

public sealed class Crane
{
    private readonly TrackedMonitor _hook = new();
    private readonly TrackedMonitor _track = new();
    private int _lifted;

    public static void Run()
    {
        var crane = new Crane();
        crane.Lift(4);
        crane.Roll();
    }

    public void Lift(int crates)
    {
        using (_hook.EnterScope())
        {
            using (_track.EnterScope())
            {
                _lifted += crates;
            }
        }
    }

    public void Roll()
    {
        using (_track.EnterScope())
        {
            if (!_hook.TryEnter(TimeSpan.FromMilliseconds(20)))
            {
                return;
            }

            _lifted = 0;
            _hook.Exit();
        }
    }
}
