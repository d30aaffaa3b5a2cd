namespace LockGraph.Core;

/// <summary>A reported fact: what was done wrong, by whom, under what, against what. Immutable.</summary>
/// <remarks>The one model behind exception texts, reports, snapshots and diagnostics; the words come from <see cref="ViolationText"/>.</remarks>
public sealed class Violation
{
    /// <summary>Creates a violation.</summary>
    /// <param name="kind">What was done wrong.</param>
    /// <param name="flow">Name of the thread or flow that did it.</param>
    /// <param name="attempted">The guilty acquisition; for a release, assertion or leak, the lock it concerns.</param>
    /// <param name="held">What the flow held at that moment, oldest first.</param>
    public Violation(ViolationKind kind, string flow, Acquisition attempted, IReadOnlyList<HeldLock> held)
    {
        Kind = kind;
        Flow = flow ?? throw new ArgumentNullException(nameof(flow));
        Attempted = attempted ?? throw new ArgumentNullException(nameof(attempted));
        Held = held ?? throw new ArgumentNullException(nameof(held));
    }

    /// <summary>What was done wrong.</summary>
    public ViolationKind Kind { get; }

    /// <summary>Name of the thread or flow that did it.</summary>
    public string Flow { get; }

    /// <summary>The guilty acquisition; for a release, assertion or leak, the lock it concerns.</summary>
    public Acquisition Attempted { get; }

    /// <summary>What the flow held at that moment, oldest first.</summary>
    public IReadOnlyList<HeldLock> Held { get; }

    /// <summary>The held lock that the rule is broken against, if there is one.</summary>
    public HeldLock? Against { get; init; }

    /// <summary>What the sentence adds: the limit, the promise, the missing nest lock, the work item.</summary>
    public string? Detail { get; init; }

    /// <summary>The edges of the ring, rotated so that the ordinally smallest class comes first; empty when the violation is no ring.</summary>
    public IReadOnlyList<CycleEdge> Cycle { get; init; } = [];

    /// <summary>Names of the exclusive instances under which every edge of the ring was taken.</summary>
    public IReadOnlyList<string> Gates { get; init; } = [];

    /// <summary>True when one flow alone made every edge of the ring so far.</summary>
    public bool SingleFlow { get; init; }

    /// <summary>Who waits for whom, in a live deadlock; empty otherwise.</summary>
    public IReadOnlyList<LockWait> Waits { get; init; } = [];

    /// <summary>Stack of the guilty acquisition.</summary>
    public CapturedStack? Stack { get; init; }

    /// <summary>
    /// The run that found it, among several that were united; <see langword="null"/> for this one, and for what only the union of runs shows.
    /// </summary>
    public string? Run { get; init; }

    /// <summary>Severity of the kind.</summary>
    public ViolationSeverity Severity => Kind.Severity();

    /// <summary>The rule of the catalogue.</summary>
    public string RuleId => Kind.RuleId();

    /// <summary>The same from run to run: made of the rule and the classes (for rules that concern one place, also of the place), never of instances, threads or times.</summary>
    public string Id => ViolationId.Of(this);

    /// <summary>One sentence: what, under what, against what.</summary>
    public string Message => ViolationText.Sentence(this);

    /// <summary>The same violation with the stack of the guilty acquisition.</summary>
    public Violation WithStack(CapturedStack stack) => Copy(Cycle, stack);

    /// <summary>The same violation with a ring as evidence.</summary>
    public Violation WithCycle(IReadOnlyList<CycleEdge> cycle) => Copy(cycle, Stack);

    /// <inheritdoc/>
    public override string ToString() => Message;

    private Violation Copy(IReadOnlyList<CycleEdge> cycle, CapturedStack? stack) => new(Kind, Flow, Attempted, Held)
    {
        Against = Against,
        Detail = Detail,
        Cycle = cycle,
        Gates = Gates,
        SingleFlow = SingleFlow,
        Waits = Waits,
        Stack = stack,
        Run = Run,
    };
}
