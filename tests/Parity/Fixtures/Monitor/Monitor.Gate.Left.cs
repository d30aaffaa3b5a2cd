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
        _depots.Enter();
        try
        {
            _vans.Enter();
            try
            {
                _tours.Enter(); // expect-any: LG1002 Dispatcher._tours > Dispatcher._vans
                try
                {
                    _assigned += stops;
                    _idle++;
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
        finally
        {
            _depots.Exit();
        }
    }

    public void Recall()
    {
        _tours.Enter();
        try
        {
            _vans.Enter(); // expect-any: LG1002 Dispatcher._tours > Dispatcher._vans
            try
            {
                _idle = _assigned;
            }
            finally
            {
                _vans.Exit();
            }
        }
        finally
        {
            _tours.Exit();
        }
    }
}
