using LockGraph.Core;

namespace LockGraph;

/// <summary>Thrown by the guilty acquisition in mode <see cref="LockGraphMode.Assert"/>, before the lock is taken.</summary>
public sealed class LockOrderViolationException : Exception
{
    /// <summary>Wraps a violation; the message is its full report.</summary>
    public LockOrderViolationException(Violation violation)
        : base(ViolationText.Report(violation ?? throw new ArgumentNullException(nameof(violation)))) => Violation = violation;

    /// <summary>What was done wrong.</summary>
    public Violation Violation { get; }
}
