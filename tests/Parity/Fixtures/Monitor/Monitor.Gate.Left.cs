// One of the two orders occurs without _depots, which excuses nothing then.
using LockGraph;

namespace Parity.MonitorGateLeft;

public sealed class Dispatcher
{
    private readonly TrackedMonitor _depots = new();
    private readonly TrackedMonitor _vans = new();
    private readonly TrackedMonitor _tours = new();
    private int _assigned;
    private int _idle;

    public static void Run()
    {
        var dispatcher = new Dispatcher();
        dispatcher.Assign(5);
        dispatcher.Recall();
    }

    public void Assign(int stops)
    {
        using (_depots.EnterScope())
        {
            using (_vans.EnterScope())
            {
                using (_tours.EnterScope()) // expect-any: LG1002 Dispatcher._tours > Dispatcher._vans
                {
                    _assigned += stops;
                    _idle++;
                }
            }
        }
    }

    public void Recall()
    {
        using (_tours.EnterScope())
        {
            using (_vans.EnterScope()) // expect-any: LG1002 Dispatcher._tours > Dispatcher._vans
            {
                _idle = _assigned;
            }
        }
    }
}
