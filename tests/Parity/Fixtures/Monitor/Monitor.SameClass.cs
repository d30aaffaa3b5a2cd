// Build takes _bench of two Workshop objects; another caller may swap them.
using LockGraph;

namespace Parity.MonitorSameClass;

public sealed class Workshop
{
    private readonly TrackedMonitor _bench = new();
    private int _built;

    public static void Run()
    {
        var first = new Workshop();
        var second = new Workshop();
        first.Build(second, 5);
    }

    public void Build(Workshop other, int parts)
    {
        _bench.Enter();
        try
        {
            other._bench.Enter(); // expect: LG1003 Workshop._bench
            try
            {
                _built -= parts;
                other._built += parts;
            }
            finally
            {
                other._bench.Exit();
            }
        }
        finally
        {
            _bench.Exit();
        }
    }
}
