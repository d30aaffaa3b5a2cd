using LockGraph.Core;

namespace LockGraph.Cli.Replay;

/// <summary>A violation and the event that showed it.</summary>
/// <param name="Violation">What was done wrong.</param>
/// <param name="Event">Index of the event in its trace, from 0.</param>
internal sealed record Finding(Violation Violation, long Event);
