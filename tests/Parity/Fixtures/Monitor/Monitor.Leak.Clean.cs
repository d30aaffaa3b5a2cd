// The early return gives _vans back.
using LockGraph;

namespace Parity.MonitorLeakClean;

public sealed class Dispatcher
{
    private readonly TrackedMonitor _vans = new();
    private int _assigned;

    public static void Run()
    {
        var dispatcher = new Dispatcher();
        dispatcher.Assign(5);
    }

    public void Assign(int stops)
    {
        _vans.Enter();
        try
        {
            _assigned += stops;
            if (_assigned > 3)
            {
                return;
            }

            _assigned--;
        }
        finally
        {
            _vans.Exit();
        }
    }
}
