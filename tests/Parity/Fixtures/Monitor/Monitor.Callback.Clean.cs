// The delegate is stored once and called when the lock is given back.
using LockGraph;

namespace Parity.MonitorCallbackClean;

public sealed class Dispatcher
{
    private readonly TrackedMonitor _vans = new();
    private readonly TrackedMonitor _tours = new();
    private readonly Action<int> _told;
    private int _assigned;
    private int _idle;

    public static void Run()
    {
        var dispatcher = new Dispatcher();
        dispatcher.Assign(5);
        dispatcher.Recall();
    }

    public Dispatcher()
    {
        _told = Keep;
    }

    public void Assign(int stops)
    {
        int told;
        _vans.Enter();
        try
        {
            _assigned += stops;
            told = _assigned;
        }
        finally
        {
            _vans.Exit();
        }
        _told(told);
    }

    public void Recall()
    {
        _tours.Enter();
        try
        {
            _vans.Enter();
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

    private void Keep(int value)
    {
        _tours.Enter();
        try
        {
            _idle = value;
        }
        finally
        {
            _tours.Exit();
        }
    }
}
