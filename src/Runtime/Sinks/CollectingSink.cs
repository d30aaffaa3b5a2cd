using LockGraph.Core;

namespace LockGraph;

/// <summary>Keeps every violation, in order of arrival. Thread-safe.</summary>
public sealed class CollectingSink : IViolationSink
{
    private readonly object _gate = new();
    private readonly List<Violation> _violations = [];

    /// <summary>A copy of what was collected so far.</summary>
    public IReadOnlyList<Violation> Violations
    {
        get
        {
            lock (_gate)
            {
                return _violations.ToArray();
            }
        }
    }

    /// <inheritdoc/>
    public void Report(Violation violation)
    {
        lock (_gate)
        {
            _violations.Add(violation);
        }
    }
}
