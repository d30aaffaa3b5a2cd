// All instantiations of a generic type share its lock classes, and keep one order.
using LockGraph;

namespace Parity.MonitorGenericClean;

public static class SchedulerDemo
{
    public static void Run()
    {
        var named = new Scheduler<string>();
        var numbered = new Scheduler<int>();
        named.Wake("first", 5);
        numbered.Park();
    }
}

public sealed class Scheduler<TKey>
    where TKey : notnull
{
    private readonly TrackedMonitor _ready = new();
    private readonly TrackedMonitor _blocked = new();
    private readonly Dictionary<TKey, int> _byJobs = [];
    private int _parked;

    public void Wake(TKey key, int jobs)
    {
        using (_ready.EnterScope())
        {
            _byJobs[key] = jobs;
            using (_blocked.EnterScope())
            {
                _parked++;
            }
        }
    }

    public void Park()
    {
        using (_ready.EnterScope())
        {
            using (_blocked.EnterScope())
            {
                _parked = _byJobs.Count;
            }
        }
    }
}
