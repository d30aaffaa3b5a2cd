using System.Diagnostics.Metrics;
using LockGraph.Core;

namespace LockGraph;

/// <summary>Meter <c>LockGraph</c>: what <c>dotnet-counters</c> and OpenTelemetry see.</summary>
internal static class LockGraphMeter
{
    private static readonly Meter _meter = new("LockGraph");

    private static readonly Counter<long> _violations = _meter.CreateCounter<long>("lockgraph.violations", "{violation}", "Violations found.");

    /// <summary>Publishes the size of a validator's knowledge for as long as the process lives.</summary>
    public static void Publish(LockOrderValidator validator)
    {
        _meter.CreateObservableGauge("lockgraph.classes", () => validator.ClassCount, "{class}", "Lock classes seen.");
        _meter.CreateObservableGauge("lockgraph.edges", () => validator.EdgeCount, "{edge}", "Edges of the lock-order graph.");
        _meter.CreateObservableGauge("lockgraph.own_faults", () => validator.OwnFaults, "{fault}", "Contained faults of the validator.");
    }

    public static void Count(Violation violation) =>
        _violations.Add(1, new KeyValuePair<string, object?>("kind", violation.Kind.ToString()), new KeyValuePair<string, object?>("rule", violation.RuleId));
}
