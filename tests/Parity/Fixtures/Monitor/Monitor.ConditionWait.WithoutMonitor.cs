// Pulse is called after the monitor was given back.
// throws: SynchronizationLockException
using LockGraph;

namespace Parity.MonitorConditionWaitWithoutMonitor;

public sealed class Bell
{
    private readonly TrackedMonitor _waiters = new();
    private bool _rung;

    public static void Run()
    {
        var bell = new Bell();
        bell.Ring();
    }

    public void Ring()
    {
        using (_waiters.EnterScope())
        {
            _rung = !_rung;
        }

        _waiters.PulseAll(); // expect: LG3005 Bell._waiters
    }
}
