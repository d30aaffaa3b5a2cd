[assembly: LockGraph.LockOrder("tests.first", "tests.last")]
[assembly: LockGraph.LockOrder("tests.aside")]
[assembly: LockGraph.LockHierarchy(Strict = true)]

namespace LockGraph.Runtime.Tests.Order;

/// <summary>Locks whose order is declared with attributes.</summary>
internal sealed class DeclaredHolder
{
    [AcquiredBefore(nameof(Later))]
    public readonly TrackedMonitor Earlier = new();

    public readonly TrackedMonitor Later = new();

    [LockClass("tests.first")]
    public readonly TrackedMonitor First = new();

    [LockClass("tests.last")]
    public readonly TrackedMonitor Last = new();

    [LockClass("tests.aside")]
    public readonly TrackedMonitor Aside = new();

    [AcquiredAfter("_nowhere")]
    public readonly TrackedMonitor Misspelled = new();
}
