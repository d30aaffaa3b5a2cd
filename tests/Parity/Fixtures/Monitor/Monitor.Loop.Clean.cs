// The inner lock is taken and given back in each round, and both locks between the rounds.
using LockGraph;

namespace Parity.MonitorLoopClean;

public sealed class Workshop
{
    private readonly TrackedMonitor _bench = new();
    private readonly TrackedMonitor _tools = new();
    private int _built;
    private int _repaired;

    public static void Run()
    {
        var workshop = new Workshop();
        workshop.Build([1, 2, 3]);
        workshop.Repair();
    }

    public void Build(int[] parts)
    {
        using (_bench.EnterScope())
        {
            foreach (int one in parts)
            {
                using (_tools.EnterScope())
                {
                    _repaired += one;
                }
            }
        }
    }

    public void Repair()
    {
        for (int round = 0; round < 2; round++)
        {
            using (_bench.EnterScope())
            {
                using (_tools.EnterScope())
                {
                    _built += _repaired;
                }
            }
        }
    }
}
