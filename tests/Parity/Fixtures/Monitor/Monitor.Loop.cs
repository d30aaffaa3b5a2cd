// The inner lock is taken and given back in each round; the orders differ.
using LockGraph;

namespace Parity.MonitorLoop;

public sealed class Scheduler
{
    private readonly TrackedMonitor _ready = new();
    private readonly TrackedMonitor _blocked = new();
    private int _running;
    private int _parked;

    public static void Run()
    {
        var scheduler = new Scheduler();
        scheduler.Wake([1, 2, 3]);
        scheduler.Park();
    }

    public void Wake(int[] jobs)
    {
        using (_ready.EnterScope())
        {
            foreach (int one in jobs)
            {
                using (_blocked.EnterScope()) // expect-any: LG1002 Scheduler._blocked > Scheduler._ready
                {
                    _parked += one;
                }
            }
        }
    }

    public void Park()
    {
        using (_blocked.EnterScope())
        {
            for (int round = 0; round < 2; round++)
            {
                using (_ready.EnterScope()) // expect-any: LG1002 Scheduler._blocked > Scheduler._ready
                {
                    _running += _parked;
                }
            }
        }
    }
}
