// Repair has given _bench back before it takes _tools.
using LockGraph;

namespace Parity.MonitorAcrossMethodsClean;

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
            Propagate(parts);
        }
        finally
        {
            _bench.Exit();
        }
    }

    public void Repair()
    {
        int built = Current();
        _tools.Enter();
        try
        {
            _repaired = built;
        }
        finally
        {
            _tools.Exit();
        }
    }

    private void Propagate(int parts)
    {
        Adjust(parts);
    }

    private void Adjust(int parts)
    {
        _tools.Enter();
        try
        {
            _repaired += parts;
        }
        finally
        {
            _tools.Exit();
        }
    }

    private int Current()
    {
        _bench.Enter();
        try
        {
            return _built;
        }
        finally
        {
            _bench.Exit();
        }
    }
}
