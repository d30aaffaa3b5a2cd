// Static locks of a static class, in both orders.
using LockGraph;

namespace Parity.MonitorStatic;

public static class Dispatcher
{
    private static readonly TrackedMonitor _vans = new();
    private static readonly TrackedMonitor _tours = new();
    private static int _assigned;
    private static int _idle;

    public static void Run()
    {
        Assign(5);
        Recall();
    }

    public static void Assign(int stops)
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

    public static void Recall()
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
