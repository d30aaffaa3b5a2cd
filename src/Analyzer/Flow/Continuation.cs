using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Where a path goes on when it leaves the finally block that it is in.</summary>
/// <param name="Region">The finally region.</param>
/// <param name="Remaining">Further finally regions to pass first, innermost first.</param>
/// <param name="Next">The block behind them; <see langword="null"/> when an exception goes on.</param>
/// <param name="Thrower">What threw, when an exception goes on.</param>
/// <param name="Outer">The continuation of the finally block around this one.</param>
internal sealed record Continuation(ControlFlowRegion Region, IReadOnlyList<ControlFlowRegion> Remaining, BasicBlock? Next, IOperation? Thrower, Continuation? Outer)
{
    // Which of several calls threw makes no other path.
    public bool Equals(Continuation? other) =>
        other is not null && ReferenceEquals(Region, other.Region) && ReferenceEquals(Next, other.Next) && Remaining.Count == other.Remaining.Count
        && Equals(Outer, other.Outer);

    public override int GetHashCode() => (Region.FirstBlockOrdinal * 397) ^ (Next?.Ordinal ?? -1) ^ Remaining.Count;
}
