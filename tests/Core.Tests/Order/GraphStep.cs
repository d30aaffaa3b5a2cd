using CsCheck;

namespace LockGraph.Core.Tests.Order;

/// <summary>One random operation. Numbers are taken modulo what exists when the step is played, so that a shrunk sequence stays valid.</summary>
public sealed record GraphStep(GraphStepKind Kind, int Outer, int Inner, LockMode OuterMode, LockMode InnerMode, int Gates, int Flow, EdgeProvenance Provenance)
{
    private static readonly Gen<LockMode> Modes = Gen.Enum<LockMode>();

    private static readonly Gen<EdgeProvenance> Provenances = Gen.Frequency(
        (12, Gen.Const(EdgeProvenance.Observed)),
        (2, Gen.Const(EdgeProvenance.Static)),
        (1, Gen.Const(EdgeProvenance.Declared)),
        (1, Gen.Const(EdgeProvenance.Declared | EdgeProvenance.Static)));

    /// <summary>Mostly observations; some nodes come and go.</summary>
    public static Gen<GraphStep> Any { get; } = Gen.Select(
        Gen.Frequency((1, Gen.Const(GraphStepKind.AddNode)), (1, Gen.Const(GraphStepKind.RemoveNode)), (16, Gen.Const(GraphStepKind.Observe))),
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000]),
        Gen.Select(Modes, Modes),
        Gen.Select(Gen.Frequency((1, Gen.Const(0)), (4, Gen.Int[0, 7])), Gen.Int[-1, 2], Provenances),
        (kind, ends, modes, rest) => new GraphStep(kind, ends.Item1, ends.Item2, modes.Item1, modes.Item2, rest.Item1, rest.Item2, rest.Item3));

    public override string ToString() => Kind == GraphStepKind.Observe
        ? FormattableString.Invariant($"{Outer} {OuterMode} > {Inner} {InnerMode}, gates {GateSet}, flow {Flow}, {Provenance}")
        : FormattableString.Invariant($"{Kind} {Outer}");

    /// <summary>The gates as a set: bit n stands for instance 100 + n.</summary>
    public GateSet GateSet => GateSet.Of(Enumerable.Range(0, 3).Where(bit => (Gates & (1 << bit)) != 0).Select(bit => 100L + bit));
}

public enum GraphStepKind
{
    Observe,
    AddNode,
    RemoveNode,
}
