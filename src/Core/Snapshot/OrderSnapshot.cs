namespace LockGraph.Core;

/// <summary>All that was learned about lock order, as plain data: what files hold, documents draw and merges unite.</summary>
/// <remarks>Classes, edges and violations are in ordinal order, so that equal knowledge is equal bytes.</remarks>
public sealed class OrderSnapshot
{
    /// <summary>The schema this code writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Name of the run or process.</summary>
    public string Run { get; init; } = "";

    /// <summary>The lock classes, by name.</summary>
    public IReadOnlyList<SnapshotClass> Classes { get; init; } = [];

    /// <summary>The edges, by outer and inner name.</summary>
    public IReadOnlyList<SnapshotEdge> Edges { get; init; } = [];

    /// <summary>The violations, by id.</summary>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>Faults of the validator itself that were contained.</summary>
    public long OwnFaults { get; init; }

    /// <summary>The runs that were united, by id; empty for what one run learned.</summary>
    public IReadOnlyList<SnapshotRun> Runs { get; init; } = [];
}

/// <summary>One of the runs that were united in a snapshot.</summary>
/// <param name="Id">Its name and a digest of all it learned: two runs of one name are two, one run read twice is one.</param>
/// <param name="Name">Its name.</param>
/// <param name="OwnFaults">Faults of its validator.</param>
/// <param name="Violations">Ids of what it found itself, in ordinal order.</param>
public sealed record SnapshotRun(string Id, string Name, long OwnFaults, IReadOnlyList<string> Violations);

/// <summary>What one run knows of an edge.</summary>
/// <param name="Run">Position of the run in <see cref="OrderSnapshot.Runs"/>.</param>
/// <param name="Count">How often it recorded the edge.</param>
/// <param name="Provenance">How it came to know the edge.</param>
public readonly record struct EdgeContribution(int Run, long Count, EdgeProvenance Provenance);

/// <summary>A lock class in a snapshot.</summary>
/// <param name="Class">The class and its traits.</param>
/// <param name="Subclass">Its rank, for a class that has several.</param>
public sealed record SnapshotClass(LockClass Class, int Subclass)
{
    /// <summary>Class name with rank.</summary>
    public string Name => LockClassName.WithSubclass(Class.Name, Subclass);

    /// <summary>Where the lock is declared; unknown when only its name is known.</summary>
    public AcquisitionSite DeclaredAt { get; init; }

    /// <summary>The member whose ascending values order instances of the class; <see langword="null"/> when none does.</summary>
    public string? OrderKey { get; init; }

    /// <summary>
    /// Who takes the lock, in which mode. Empty when nobody collected it: the witnesses of the edges then name those who take it together
    /// with another lock.
    /// </summary>
    public IReadOnlyList<LockTaker> Takers { get; init; } = [];
}

/// <summary>A member that takes a lock.</summary>
/// <param name="Member">The member, spelled <c>Type.Method</c>.</param>
/// <param name="Mode">The mode it asks for.</param>
/// <param name="Site">Where in the source.</param>
public sealed record LockTaker(string Member, LockMode Mode, AcquisitionSite Site);

/// <summary>An edge in a snapshot.</summary>
public sealed record SnapshotEdge
{
    /// <summary>Name of the outer class.</summary>
    public required string Outer { get; init; }

    /// <summary>Name of the inner class.</summary>
    public required string Inner { get; init; }

    /// <summary>Every pair of modes seen, in the order of the modes.</summary>
    public required IReadOnlyList<(LockMode Outer, LockMode Inner)> Modes { get; init; }

    /// <summary>Where the edge comes from.</summary>
    public required EdgeProvenance Provenance { get; init; }

    /// <summary>How often it was recorded. Repetitions that need no look at the graph are not counted.</summary>
    public required long Count { get; init; }

    /// <summary>Names of the exclusive instances held outside every occurrence.</summary>
    public required IReadOnlyList<string> Gates { get; init; }

    /// <summary>True when one flow alone made it.</summary>
    public required bool SingleFlow { get; init; }

    /// <summary>True when it closes a ring and is kept apart from the order.</summary>
    public required bool ClosesCycle { get; init; }

    /// <summary>The first witness of each pair of strengths; empty for an edge that was only declared.</summary>
    public required IReadOnlyList<EdgeWitness> Witnesses { get; init; }

    /// <summary>What each run that was united knows of it, by run; empty in what one run learned.</summary>
    public IReadOnlyList<EdgeContribution> Contributions { get; init; } = [];
}
