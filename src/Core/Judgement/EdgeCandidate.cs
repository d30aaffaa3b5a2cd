namespace LockGraph.Core;

/// <summary>An edge that an acquisition adds to the order: from one held lock to the wanted one.</summary>
/// <param name="Outer">The held lock.</param>
/// <param name="Gates">Exclusive instances that were held outside <paramref name="Outer"/>.</param>
public sealed record EdgeCandidate(HeldLock Outer, GateSet Gates);
