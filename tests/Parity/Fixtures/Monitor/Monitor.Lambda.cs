// Guarded runs what it is given under _ready.
using LockGraph;

namespace Parity.MonitorLambda;

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
        Guarded(() =>
        {
            _running += jobs;
            _blocked.Enter(); // expect-any: LG1002 Scheduler._blocked > Scheduler._ready
            try
            {
                _parked++;
            }
            finally
            {
                _blocked.Exit();
            }
        });
    }

    public void Park()
    {
        _blocked.Enter();
        try
        {
            Guarded(() => _running = _parked); // expect-any: LG1002 Scheduler._blocked > Scheduler._ready
        }
        finally
        {
            _blocked.Exit();
        }
    }

    private void Guarded(Action body)
    {
        _ready.Enter(); // expect-any: LG1002 Scheduler._blocked > Scheduler._ready
        try
        {
            body(); // expect-any: LG1002 Scheduler._blocked > Scheduler._ready
        }
        finally
        {
            _ready.Exit();
        }
    }
}
