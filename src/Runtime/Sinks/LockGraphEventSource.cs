using System.Diagnostics.Tracing;
using LockGraph.Core;

namespace LockGraph;

/// <summary>Event source <c>LockGraph</c>: one event per violation, ids and the sentence only.</summary>
/// <remarks>Written outside every lock of the validator: tracing takes locks of its own.</remarks>
[EventSource(Name = "LockGraph")]
internal sealed class LockGraphEventSource : EventSource
{
    public static readonly LockGraphEventSource Log = new();

    private LockGraphEventSource()
    {
    }

    [NonEvent]
    public void Violation(Violation violation)
    {
        if (IsEnabled())
        {
            if (violation.Severity == ViolationSeverity.Warning)
            {
                ViolationFound(violation.Id, violation.RuleId, violation.Message);
            }
            else
            {
                Noted(violation.Id, violation.RuleId, violation.Message);
            }
        }
    }

    [Event(1, Level = EventLevel.Warning)]
    private void ViolationFound(string id, string rule, string message) => WriteEvent(1, id, rule, message);

    [Event(2, Level = EventLevel.Informational)]
    private void Noted(string id, string rule, string message) => WriteEvent(2, id, rule, message);
}
