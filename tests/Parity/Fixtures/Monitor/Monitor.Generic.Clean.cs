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
        _ready.Enter();
        try
        {
            _byJobs[key] = jobs;
            _blocked.Enter();
            try
            {
                _parked++;
            }
            finally
            {
                _blocked.Exit();
            }
        }
        finally
        {
            _ready.Exit();
        }
    }

    public void Park()
    {
        _ready.Enter();
        try
        {
            _blocked.Enter();
            try
            {
                _parked = _byJobs.Count;
            }
            finally
            {
                _blocked.Exit();
            }
        }
        finally
        {
            _ready.Exit();
        }
    }
}
