// Assign comes back to _vans while it holds _vans and _tours: a re-entry, no order.
using LockGraph;

namespace Parity.MonitorRecursionClean;

public sealed class Dispatcher
{
    private readonly TrackedMonitor _vans = new();
    private readonly TrackedMonitor _tours = new();
    private int _assigned;
    private int _idle;

    public static void Run()
    {
        var dispatcher = new Dispatcher();
        dispatcher.Assign(3);
    }

    public void Assign(int depth)
    {
        _vans.Enter();
        try
        {
            _assigned += depth;
            _tours.Enter();
            try
            {
                _idle++;
                if (depth > 0)
                {
                    Assign(depth - 1);
                }
            }
            finally
            {
                _tours.Exit();
            }
        }
        finally
        {
            _vans.Exit();
        }
    }
}
