using LockGraph.Core;
using Luo.Kernel;
using static LockGraph.Core.LockMode;

namespace Luo.Scenarios;

/// <summary>
/// The lock graph of the patched kernel over one full cycle, as its code is read: what must be seen, and what must never be.
/// </summary>
/// <remarks>
/// The reference lists what is held and what is taken inside it. LockGraph records an edge from every held lock, lockdep only from the
/// newest; so an observed edge that the reference does not list has to follow from it by transitivity.
/// </remarks>
internal static class KernelGraph
{
    private static readonly (string Outer, LockMode OuterMode, string Inner, LockMode InnerMode)[] s_edges =
    [
        // reboot and serialize
        (LockNames.SystemTransition, Write, LockNames.Serialize, Write),
        (LockNames.Serialize, Write, LockNames.Outgoing, Write),
        (LockNames.Serialize, Write, LockNames.Session, Write),
        (LockNames.Outgoing, Write, LockNames.Session, Write),
        (LockNames.Session, Write, LockNames.OutgoingFile, Write),
        (LockNames.Serialize, Write, LockNames.Register, Read),

        // create and release
        (LockNames.Serialize, Read, LockNames.Outgoing, Write),
        (LockNames.Outgoing, Write, LockNames.KhoTracker, Write),
        (LockNames.Serialize, Read, LockNames.Incoming, Write),

        // retrieve a session
        (LockNames.Serialize, Read, LockNames.Incoming, Read),
        (LockNames.Incoming, Read, LockNames.Session, Write),

        // ioctls on a session: preserve
        (LockNames.Serialize, Read, LockNames.Session, Write),
        (LockNames.Session, Write, LockNames.Register, Read),
        (LockNames.Register, Read, LockNames.OutgoingFlb, Write),
        (LockNames.Session, Write, LockNames.PreservedFiles, Write),
        (LockNames.Session, Write, LockNames.KhoTracker, Write),
        (LockNames.Session, Write, LockNames.Inode, Write),
        (LockNames.Inode, Write, LockNames.KhoTracker, Write),
        (LockNames.Session, Write, LockNames.MmapLock, Read),
        (LockNames.Serialize, Read, LockNames.MmapLock, Read),

        // ioctls on a session: retrieve a file, finish
        (LockNames.Session, Write, LockNames.IncomingFile, Write),
        (LockNames.IncomingFile, Write, LockNames.PreservedFiles, Write),
        (LockNames.IncomingFile, Write, LockNames.Register, Read),
        (LockNames.Register, Read, LockNames.IncomingFlb, Write),

        // the first open deserializes
        (LockNames.Misc, Write, LockNames.Incoming, Write),
        (LockNames.Misc, Write, LockNames.Session, Write),
        (LockNames.Misc, Write, LockNames.Register, Read),
    ];

    private static readonly (string Outer, string Inner)[] s_forbidden =
    [
        (LockNames.Session, LockNames.Outgoing),
        (LockNames.Session, LockNames.Incoming),
        (LockNames.Outgoing, LockNames.Serialize),
        (LockNames.Incoming, LockNames.Serialize),
        (LockNames.Session, LockNames.Serialize),
        (LockNames.OutgoingFile, LockNames.Session),
        (LockNames.IncomingFile, LockNames.Session),
        (LockNames.Register, LockNames.Session),
        (LockNames.OutgoingFlb, LockNames.Register),
        (LockNames.IncomingFlb, LockNames.Register),
        (LockNames.Incoming, LockNames.Outgoing),
        (LockNames.Outgoing, LockNames.Incoming),
    ];

    /// <summary>The number of edges that must be seen.</summary>
    public static int Count => s_edges.Length;

    /// <summary>How an observed graph differs from the reference; empty when it is the kernel's.</summary>
    public static IEnumerable<string> Differences(OrderSnapshot snapshot)
    {
        List<SnapshotEdge> observed = [.. snapshot.Edges.Where(edge => (edge.Provenance & EdgeProvenance.Observed) != 0)];
        foreach ((string outer, LockMode outerMode, string inner, LockMode innerMode) in s_edges)
        {
            if (!observed.Exists(edge => edge.Outer == outer && edge.Inner == inner && edge.Modes.Contains((outerMode, innerMode))))
            {
                yield return $"missing: {outer} ({outerMode.Word()}) -> {inner} ({innerMode.Word()})";
            }
        }

        HashSet<(string Outer, string Inner)> implied = Closure();
        foreach (SnapshotEdge edge in observed)
        {
            if (s_forbidden.Contains((edge.Outer, edge.Inner)))
            {
                yield return $"forbidden: {edge.Outer} -> {edge.Inner}";
            }
            else if (!implied.Contains((edge.Outer, edge.Inner)))
            {
                yield return $"not of the kernel: {edge.Outer} -> {edge.Inner}";
            }
        }
    }

    private static HashSet<(string Outer, string Inner)> Closure()
    {
        HashSet<(string Outer, string Inner)> closure = [.. s_edges.Select(edge => (edge.Outer, edge.Inner))];
        while (true)
        {
            var longer = (from first in closure
                          from second in closure
                          where first.Inner == second.Outer
                          select (first.Outer, second.Inner)).Except(closure).ToList();
            if (longer.Count == 0)
            {
                return closure;
            }

            closure.UnionWith(longer);
        }
    }
}
