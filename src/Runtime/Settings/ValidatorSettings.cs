using LockGraph.Core;

namespace LockGraph;

/// <summary>Settings of one validator. Read once, when the validator is made.</summary>
public sealed class ValidatorSettings
{
    /// <summary>The default of <see cref="HeldLimit"/>: lockdep's depth.</summary>
    public const int DefaultHeldLimit = 48;

    /// <summary>Observe collects, Assert throws as well. Off is a property of the process, not of a validator, and reads as Observe here.</summary>
    public LockGraphMode Mode { get; init; } = LockGraphMode.Observe;

    /// <summary>The most locks one flow may hold at once; the acquisition that exceeds it is reported.</summary>
    public int HeldLimit { get; init; } = DefaultHeldLimit;

    /// <summary>What was promised; <see langword="null"/> reads it from the attributes of the assemblies whose locks register.</summary>
    public DeclaredOrder? DeclaredOrder { get; init; }

    /// <summary>Whether the first stack of each acquisition site is kept for reports.</summary>
    public bool CaptureStacks { get; init; } = true;

    /// <summary>How many stacks are kept; beyond it reports carry file and line only, and the summary says so.</summary>
    public int StackBudget { get; init; } = 20_000;

    /// <summary>Who is told of each violation, in this order, outside every lock of the validator.</summary>
    public IReadOnlyList<IViolationSink> Sinks { get; init; } = [];

    /// <summary>Name of the run in snapshots and merged reports.</summary>
    public string Run { get; init; } = "";
}
