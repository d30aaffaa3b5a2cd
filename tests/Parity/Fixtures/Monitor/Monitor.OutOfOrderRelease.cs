// Hand over hand: _ready is given back under _blocked, and _blocked under _timers.
using LockGraph;

namespace Parity.MonitorOutOfOrderRelease;

public sealed class Scheduler
{
    private readonly TrackedMonitor _ready = new();
    private readonly TrackedMonitor _blocked = new();
    private readonly TrackedMonitor _timers = new();
    private int _running;
    private int _parked;

    public static void Run()
    {
        var scheduler = new Scheduler();
        scheduler.Wake(5);
        scheduler.Tick();
    }

    public void Wake(int jobs)
    {
        _ready.Enter();
        try
        {
            _running += jobs;
            _blocked.Enter();
        }
        finally
        {
            _ready.Exit();
        }

        try
        {
            _parked++;
            _timers.Enter(); // expect-any: LG1002 Scheduler._blocked > Scheduler._timers
        }
        finally
        {
            _blocked.Exit();
        }

        try
        {
            _running--;
        }
        finally
        {
            _timers.Exit();
        }
    }

    public void Tick()
    {
        _timers.Enter();
        try
        {
            _blocked.Enter(); // expect-any: LG1002 Scheduler._blocked > Scheduler._timers
            try
            {
                _parked = 0;
            }
            finally
            {
                _blocked.Exit();
            }
        }
        finally
        {
            _timers.Exit();
        }
    }
}
