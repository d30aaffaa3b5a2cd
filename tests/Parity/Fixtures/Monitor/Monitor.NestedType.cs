// The lock of the nested Part is one class, whoever holds the Part.
using LockGraph;

namespace Parity.MonitorNestedType;

public sealed class Workshop
{
    private readonly TrackedMonitor _bench = new();
    private readonly Part _first = new();
    private int _built;

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
            _first.Gate.Enter(); // expect-any: LG1002 Workshop.Part.Gate > Workshop._bench
            try
            {
                _first.Value = _built;
            }
            finally
            {
                _first.Gate.Exit();
            }
        }
        finally
        {
            _bench.Exit();
        }
    }

    public void Repair()
    {
        _first.Gate.Enter();
        try
        {
            _bench.Enter(); // expect-any: LG1002 Workshop.Part.Gate > Workshop._bench
            try
            {
                _first.Value = _built;
            }
            finally
            {
                _bench.Exit();
            }
        }
        finally
        {
            _first.Gate.Exit();
        }
    }

    private sealed class Part
    {
        public readonly TrackedMonitor Gate = new();

        public int Value;
    }
}
