using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>What the hierarchy document says, before it is written in a format. Immutable; equal knowledge gives an equal model.</summary>
/// <remarks>
/// Holds nothing that changes while the order does not: no counts, no threads, no instances, no line numbers. A document that is committed
/// and compared must drift when the order drifts, and only then.
/// </remarks>
internal sealed record HierarchyModel
{
    /// <summary>What the document is about, for its title.</summary>
    public required string Subject { get; init; }

    /// <summary>Locks that are ordered with each other: the largest group first.</summary>
    public required IReadOnlyList<Hierarchy> Hierarchies { get; init; }

    /// <summary>Locks that were never nested with another and about which nothing is promised, by name.</summary>
    public required IReadOnlyList<HierarchyLock> Alone { get; init; }

    /// <summary>Findings about locks of <see cref="Alone"/>.</summary>
    public required IReadOnlyList<HierarchyFinding> OtherFindings { get; init; }

    /// <summary>Declarations that cannot be honoured, a sentence each.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    /// <summary>Every lock of the document, by name.</summary>
    public IEnumerable<HierarchyLock> Locks => Hierarchies.SelectMany(hierarchy => hierarchy.Locks).Concat(Alone).OrderBy(one => one.Name, StringComparer.Ordinal);

    /// <summary>Every finding of the document.</summary>
    public IEnumerable<HierarchyFinding> Findings => Hierarchies.SelectMany(hierarchy => hierarchy.Findings).Concat(OtherFindings);
}

/// <summary>Locks that are ordered with each other, directly or through others.</summary>
internal sealed record Hierarchy
{
    /// <summary>The prefix that all names share, or the outermost locks.</summary>
    public required string Name { get; init; }

    /// <summary>The locks: outermost first, then by name.</summary>
    public required IReadOnlyList<HierarchyLock> Locks { get; init; }

    /// <summary>Every edge, by outer and inner name.</summary>
    public required IReadOnlyList<HierarchyEdge> Edges { get; init; }

    /// <summary>The promises as chains, each with its place, in order of declaration.</summary>
    public required IReadOnlyList<DeclaredChain> Chains { get; init; }

    /// <summary>Names of the locks that may nest only as declared.</summary>
    public required IReadOnlyList<string> Strict { get; init; }

    /// <summary>What is wrong, by rule and sentence.</summary>
    public required IReadOnlyList<HierarchyFinding> Findings { get; init; }

    /// <summary>Groups of locks that no order fits, by their smallest name.</summary>
    public IReadOnlyList<IReadOnlyList<HierarchyLock>> Rings =>
        [.. Locks.Where(one => one.Ring is not null).GroupBy(one => one.Ring!, StringComparer.Ordinal).OrderBy(ring => ring.Key, StringComparer.Ordinal)
            .Select(ring => (IReadOnlyList<HierarchyLock>)[.. ring.OrderBy(one => one.Name, StringComparer.Ordinal)])];

    /// <summary>True when somebody promised something about these locks.</summary>
    public bool IsDeclared => Chains.Count > 0;
}

/// <summary>A lock class, or one rank of it.</summary>
internal sealed record HierarchyLock
{
    /// <summary>Class name with rank.</summary>
    public required string Name { get; init; }

    /// <summary>The class and its traits.</summary>
    public required LockClass Class { get; init; }

    /// <summary>Declared rank inside the class.</summary>
    public int Subclass { get; init; }

    /// <summary>True when the class has more than one rank.</summary>
    public bool IsRanked { get; init; }

    /// <summary>False when a promise names the lock and nothing else does.</summary>
    public bool IsFound { get; init; }

    /// <summary>The member that orders instances of the class.</summary>
    public string? OrderKey { get; init; }

    /// <summary>File of the declaration.</summary>
    public string? DeclaredIn { get; init; }

    /// <summary>Who takes it how, by member.</summary>
    public IReadOnlyList<LockUse> Uses { get; init; } = [];

    /// <summary>The modes in which it is taken, in the order of the modes.</summary>
    public IReadOnlyList<LockMode> Modes { get; init; } = [];

    /// <summary>Number of steps from the outermost locks, by the longest way.</summary>
    public int Layer { get; init; }

    /// <summary>Smallest name of the ring that it lies on.</summary>
    public string? Ring { get; init; }

    /// <summary>The locks directly outside: what the order says without detours.</summary>
    public IReadOnlyList<string> Outers { get; init; } = [];

    /// <summary>The locks directly inside.</summary>
    public IReadOnlyList<string> Inners { get; init; } = [];
}

/// <summary>A member, and the modes in which it takes a lock.</summary>
internal sealed record LockUse(string Member, IReadOnlyList<LockMode> Modes);

/// <summary>One promise, as written where it stands.</summary>
internal sealed record DeclaredChain(IReadOnlyList<string> Names, string Place);

/// <summary>Something that is wrong.</summary>
internal sealed record HierarchyFinding(string Rule, ViolationKind Kind, ViolationSeverity Severity, string Message, IReadOnlyList<string> Locks);

/// <summary>One lock taken inside another.</summary>
internal sealed record HierarchyEdge
{
    public required string Outer { get; init; }

    public required string Inner { get; init; }

    /// <summary>Who says so.</summary>
    public required EdgeProvenance Provenance { get; init; }

    /// <summary>Promise against code.</summary>
    public required EdgeStanding Standing { get; init; }

    /// <summary>Every pair of modes seen.</summary>
    public IReadOnlyList<(LockMode Outer, LockMode Inner)> Modes { get; init; } = [];

    /// <summary>Exclusive instances held outside every time.</summary>
    public IReadOnlyList<string> Gates { get; init; } = [];

    /// <summary>Where it is promised directly.</summary>
    public string? Place { get; init; }

    /// <summary>The promises that imply it, for an edge that is not promised directly.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>Members that take the inner lock while they hold the outer one.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>False when the edge follows from others.</summary>
    public bool IsDirect { get; init; }

    /// <summary>True when both ends lie on one ring.</summary>
    public bool IsInRing { get; init; }
}

/// <summary>What code does, compared with what was promised.</summary>
internal enum EdgeStanding
{
    /// <summary>Promised, directly or through others, and done.</summary>
    DeclaredAndSeen,

    /// <summary>Done, and nothing was promised.</summary>
    SeenOnly,

    /// <summary>Promised, and never done.</summary>
    DeclaredOnly,

    /// <summary>Done, and the opposite was promised.</summary>
    AgainstDeclared,
}
