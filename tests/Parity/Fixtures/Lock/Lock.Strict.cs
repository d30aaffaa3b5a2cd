// The hierarchy is strict: what its chain does not imply is not allowed, whichever way round.
using LockGraph;

[assembly: LockHierarchy(Strict = true)]
[assembly: LockOrder("Parity.LockStrict.Ministry._seal", "Parity.LockStrict.Ministry._files")]
[assembly: LockOrder("Parity.LockStrict.Ministry._seal", "Parity.LockStrict.Ministry._stamps")]

namespace Parity.LockStrict;

public sealed class Ministry
{
    private readonly TrackedLock _seal = new();
    private readonly TrackedLock _files = new();
    private readonly TrackedLock _stamps = new();
    private int _issued;

    public static void Run()
    {
        var ministry = new Ministry();
        ministry.Issue();
        ministry.Stamp();
    }

    public void Issue()
    {
        using (_seal.EnterScope())
        {
            using (_files.EnterScope())
            {
                _issued++;
            }
        }
    }

    public void Stamp()
    {
        using (_files.EnterScope())
        {
            using (_stamps.EnterScope()) // expect: LG1008 Ministry._files > Ministry._stamps
            {
                _issued--;
            }
        }
    }
}
