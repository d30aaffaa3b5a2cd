// Three locks, one line from the outermost to the innermost.
using LockGraph;

namespace Parity.MonitorThreeLocksClean;

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
        scheduler.Park();
        scheduler.Tick();
    }

    public void Wake(int jobs)
    {
        using (_ready.EnterScope())
        {
            using (_blocked.EnterScope())
            {
                _running += jobs;
            }
        }
    }

    public void Park()
    {
        using (_blocked.EnterScope())
        {
            using (_timers.EnterScope())
            {
                _parked = _running;
            }
        }
    }

    public void Tick()
    {
        using (_ready.EnterScope())
        {
            using (_timers.EnterScope())
            {
                _running = 0;
            }
        }
    }
}
