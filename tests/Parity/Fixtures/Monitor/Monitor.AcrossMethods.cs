// The second lock is taken two calls further down.
using LockGraph;

namespace Parity.MonitorAcrossMethods;

public sealed class Scheduler
{
    private readonly TrackedMonitor _ready = new();
    private readonly TrackedMonitor _blocked = new();
    private int _running;
    private int _parked;

    public static void Run()
    {
        var scheduler = new Scheduler();
        scheduler.Wake(5);
        scheduler.Park();
    }

    public void Wake(int jobs)
    {
        _ready.Enter();
        try
        {
            _running += jobs;
            Propagate(jobs); // expect-any: LG1002 Scheduler._blocked > Scheduler._ready
        }
        finally
        {
            _ready.Exit();
        }
    }

    public void Park()
    {
        _blocked.Enter();
        try
        {
            _parked = Current(); // expect-any: LG1002 Scheduler._blocked > Scheduler._ready
        }
        finally
        {
            _blocked.Exit();
        }
    }

    private void Propagate(int jobs)
    {
        Adjust(jobs);
    }

    private void Adjust(int jobs)
    {
        _blocked.Enter(); // expect-any: LG1002 Scheduler._blocked > Scheduler._ready
        try
        {
            _parked += jobs;
        }
        finally
        {
            _blocked.Exit();
        }
    }

    private int Current()
    {
        _ready.Enter(); // expect-any: LG1002 Scheduler._blocked > Scheduler._ready
        try
        {
            return _running;
        }
        finally
        {
            _ready.Exit();
        }
    }
}
