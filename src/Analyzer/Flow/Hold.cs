using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>One held lock on one path.</summary>
/// <param name="Lock">Where the lock is reached from.</param>
/// <param name="Primitive">What kind of lock it is.</param>
/// <param name="Mode">How it is held.</param>
/// <param name="Waits">How it was acquired.</param>
/// <param name="Site">The acquisition; <see langword="null"/> for what the contract says is held on entry.</param>
/// <param name="Count">How often; more than <see cref="Many"/> is not told apart.</param>
internal sealed record Hold(Place Lock, LockPrimitive Primitive, LockMode Mode, AcquisitionKind Waits, IOperation? Site, int Count)
{
    public const int Many = 3;

    /// <summary>The statement whose end releases the lock, where the control flow graph does not show it; <see langword="null"/> otherwise.</summary>
    public SyntaxNode? Within { get; init; }

    /// <summary>True for a lock of the caller that was released and taken again: it is to be held on return.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>True for the lock of a scope that leaves the body: whoever has it then releases it.</summary>
    public bool IsHandedOver { get; init; }

    /// <summary>True for a lock that the caller of a lambda or local function holds: rules see it, events leave it to the caller.</summary>
    public bool IsInherited { get; init; }

    public bool Equals(Hold? other) =>
        other is not null && Mode == other.Mode && Count == other.Count && ReferenceEquals(Site?.Syntax, other.Site?.Syntax)
        && IsTakenBack == other.IsTakenBack && IsHandedOver == other.IsHandedOver && Lock.Equals(other.Lock);

    public override int GetHashCode() => Lock.GetHashCode();
}
