namespace LockGraph.Core;

/// <summary>One rule that an acquisition breaks, before the graph was asked.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Against">The held lock that it is broken against, if one is.</param>
/// <param name="Detail">What the sentence adds: the limit, the promise, the missing nest lock.</param>
public sealed record Verdict(ViolationKind Kind, HeldLock? Against, string? Detail = null);
