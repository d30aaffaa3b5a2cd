namespace LockGraph.Core;

/// <summary>One edge on a cycle, in the modes in which it takes part.</summary>
public readonly struct LockOrderStep
{
    internal LockOrderStep(in DependencyEdge edge, LockMode outerMode, LockMode innerMode)
    {
        Edge = edge;
        OuterMode = outerMode;
        InnerMode = innerMode;
    }

    /// <summary>The edge as it was known when the cycle was found.</summary>
    public DependencyEdge Edge { get; }

    /// <summary>Node of the lock that is held.</summary>
    public int Outer => Edge.Outer;

    /// <summary>Node of the lock that is requested; the <see cref="Outer"/> of the next step.</summary>
    public int Inner => Edge.Inner;

    /// <summary>How the outer lock is held on this cycle.</summary>
    public LockMode OuterMode { get; }

    /// <summary>How the inner lock is requested on this cycle.</summary>
    public LockMode InnerMode { get; }

    /// <summary>The strength that makes the step part of a strong path.</summary>
    public EdgeStrength Strength => EdgeStrengths.Of(OuterMode, InnerMode);

    /// <summary>The first code that showed the edge with this strength; <see langword="null"/> when none was kept.</summary>
    public EdgeWitness? Witness => Edge.WitnessOf(Strength);

    /// <summary>The gates that excuse the step: none when it is declared, for a declaration holds with or without them.</summary>
    public GateSet Gates => (Edge.Provenance & EdgeProvenance.Declared) != 0 ? GateSet.Empty : Edge.Gates;

    /// <inheritdoc/>
    public override string ToString() => Edge.ToString();
}

/// <summary>A strong cycle: flows that each hold the outer lock of one step and wait for its inner lock would wait for ever.</summary>
/// <remarks>Immutable. The steps follow each other round: each inner node is the outer node of the next step, the last leads to the first.</remarks>
public sealed class LockOrderCycle
{
    internal LockOrderCycle(IReadOnlyList<LockOrderStep> steps, bool wasGuarded)
    {
        Steps = steps;
        WasGuarded = wasGuarded;
        CommonGates = steps[0].Gates;
        SingleFlow = steps[0].Edge.Flow >= 0;
        foreach (LockOrderStep step in steps)
        {
            CommonGates = CommonGates.Intersect(step.Gates);
            bool declared = (step.Edge.Provenance & EdgeProvenance.Declared) != 0;
            HasDeclared |= declared;
            SingleFlow &= !declared && step.Edge.Flow == steps[0].Edge.Flow;
        }
    }

    /// <summary>The edges; first the one that closes the cycle, then the way back. No node occurs twice.</summary>
    public IReadOnlyList<LockOrderStep> Steps { get; }

    /// <summary>The gates around every step. While there is one, the flows exclude each other and the cycle cannot deadlock.</summary>
    public GateSet CommonGates { get; }

    /// <summary>True when a common gate excuses the cycle.</summary>
    public bool IsGuarded => !CommonGates.IsEmpty;

    /// <summary>True when one and the same flow showed all steps, no other flow showed any, and none is declared.</summary>
    public bool SingleFlow { get; }

    /// <summary>True when a step is declared.</summary>
    public bool HasDeclared { get; }

    /// <summary>True when the closing edge was reported as guarded before and this report takes the place of that one.</summary>
    public bool WasGuarded { get; }

    /// <summary>The nodes, from the outer node of the closing edge back to it: <c>0 &gt; 2 &gt; 1 &gt; 0</c>.</summary>
    public override string ToString() =>
        string.Join(" > ", Steps.Select(step => step.Outer).Append(Steps[0].Outer).Select(node => FormattableString.Invariant($"{node}")));
}
