// Build gives _bench back once more than it took it.
// throws: SynchronizationLockException
using LockGraph;

namespace Parity.MonitorBadRelease;

public sealed class Workshop
{
    private readonly TrackedMonitor _bench = new();
    private int _built;

    public static void Run()
    {
        var workshop = new Workshop();
        workshop.Build(5);
    }

    public void Build(int parts)
    {
        if (parts > 0)
        {
            _bench.Enter();
            _built += parts;
            _bench.Exit();
        }
        _bench.Exit(); // expect: LG2005 Workshop._bench
    }
}
