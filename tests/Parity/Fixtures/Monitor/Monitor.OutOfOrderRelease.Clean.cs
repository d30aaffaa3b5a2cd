// _bench is given back first; the order of taking is the same everywhere.
using LockGraph;

namespace Parity.MonitorOutOfOrderReleaseClean;

public sealed class Workshop
{
    private readonly TrackedMonitor _bench = new();
    private readonly TrackedMonitor _tools = new();
    private int _built;
    private int _repaired;

    public static void Run()
    {
        var workshop = new Workshop();
        workshop.Build(5);
        workshop.Repair();
    }

    public void Build(int parts)
    {
        _bench.Enter();
        try
        {
            _built += parts;
            _tools.Enter();
        }
        finally
        {
            _bench.Exit();
        }

        try
        {
            _repaired++;
        }
        finally
        {
            _tools.Exit();
        }
    }

    public void Repair()
    {
        _bench.Enter();
        try
        {
            _tools.Enter();
            try
            {
                _repaired = _built;
            }
            finally
            {
                _tools.Exit();
            }
        }
        finally
        {
            _bench.Exit();
        }
    }
}
