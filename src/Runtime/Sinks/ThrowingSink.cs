using LockGraph.Core;

namespace LockGraph;

/// <summary>Turns each violation of severity warning into an exception at the guilty acquisition.</summary>
public sealed class ThrowingSink : IViolationSink
{
    /// <inheritdoc/>
    /// <exception cref="LockOrderViolationException">The violation is a warning.</exception>
    public void Report(Violation violation)
    {
        if (violation.Severity == ViolationSeverity.Warning)
        {
            throw new LockOrderViolationException(violation);
        }
    }
}
