// Guarded runs what it is given under _bench, and is never called under another lock.
using LockGraph;

namespace Parity.MonitorLambdaClean;

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
        Guarded(() =>
        {
            _built += parts;
            _tools.Enter();
            try
            {
                _repaired++;
            }
            finally
            {
                _tools.Exit();
            }
        });
    }

    public void Repair()
    {
        Guarded(() => _built = 0);
        _tools.Enter();
        try
        {
            _repaired = 0;
        }
        finally
        {
            _tools.Exit();
        }
    }

    private void Guarded(Action body)
    {
        _bench.Enter();
        try
        {
            body();
        }
        finally
        {
            _bench.Exit();
        }
    }
}
