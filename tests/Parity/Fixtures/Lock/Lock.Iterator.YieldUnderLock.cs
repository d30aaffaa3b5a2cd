// Between two moves the consumer does what it likes, also on another thread, and the lock is held.
// static-only: the consumer of the run stays on its thread, and so no harm shows.
using LockGraph;

namespace Parity.LockIteratorYieldUnderLock;

public sealed class Roster
{
    private readonly TrackedLock _names = new();
    private readonly List<string> _present = ["Ada", "Grace"];

    public static void Run()
    {
        var roster = new Roster();
        foreach (string name in roster.Present())
        {
            _ = name.Length;
        }
    }

    public IEnumerable<string> Present()
    {
        _names.Enter();
        try
        {
            foreach (string name in _present)
            {
                yield return name; // expect: LG3001 Roster._names
            }
        }
        finally
        {
            _names.Exit();
        }
    }
}
