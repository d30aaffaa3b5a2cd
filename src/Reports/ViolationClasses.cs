using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>The lock classes that a violation is about.</summary>
public static class ViolationClasses
{
    /// <summary>
    /// Names with rank, each once: round the ring from its ordinally smallest class; for a live deadlock, what each waits for; else what is
    /// held first and what is asked for second.
    /// </summary>
    public static IReadOnlyList<string> Of(Violation violation)
    {
        ArgumentNullException.ThrowIfNull(violation);
        IEnumerable<string> names = violation.Kind switch
        {
            ViolationKind.Inversion or ViolationKind.Cycle or ViolationKind.Guarded => violation.Cycle.Select(edge => edge.Outer),
            ViolationKind.LiveDeadlock => violation.Waits.Select(wait => wait.Wanted.Name),
            _ => violation.Against is { } against ? [against.Acquisition.Name, violation.Attempted.Name] : [violation.Attempted.Name],
        };
        return [.. names.Distinct(StringComparer.Ordinal)];
    }
}
