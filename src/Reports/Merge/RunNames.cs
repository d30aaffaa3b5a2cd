using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>Names of runs in the evidence: by id in files, where nothing may be mistaken; by name for people, where the name is enough.</summary>
internal static class RunNames
{
    /// <summary>Says of a finding, and of every witness in it that does not say so itself, which run it is of.</summary>
    public static Violation Of(Violation violation, string run) =>
        Copy(violation, violation.Run ?? run, violation.SingleFlow, Rename(violation.Cycle, known => known ?? run));

    /// <summary>The snapshot with the runs called by their names, where no two share one.</summary>
    public static OrderSnapshot Shorten(OrderSnapshot snapshot)
    {
        if (snapshot.Runs.Count == 0)
        {
            return snapshot;
        }

        Dictionary<string, string> names = snapshot.Runs.Where(run => run.Name.Length > 0)
            .GroupBy(run => run.Name, StringComparer.Ordinal).Where(group => group.Count() == 1)
            .ToDictionary(group => group.Single().Id, group => group.Key, StringComparer.Ordinal);
        string? Shortened(string? detail) => detail is null || !detail.Contains('@', StringComparison.Ordinal)
            ? detail
            : names.Aggregate(detail, (text, pair) => text.Replace(pair.Key, pair.Value, StringComparison.Ordinal));
        string? Short(string? id) => id is not null && names.TryGetValue(id, out string? name) ? name : id;
        return new OrderSnapshot
        {
            Run = snapshot.Run,
            Runs = snapshot.Runs,
            OwnFaults = snapshot.OwnFaults,
            Classes = snapshot.Classes,
            Edges = [.. snapshot.Edges.Select(edge => edge with { Witnesses = [.. edge.Witnesses.Select(witness => Rename(witness, Short))] })],
            Violations = [.. snapshot.Violations.Select(violation => Copy(
                violation, Short(violation.Run), violation.SingleFlow, Rename(violation.Cycle, Short), Shortened(violation.Detail)))],
        };
    }

    /// <summary>The same violation of another run, with other evidence.</summary>
    public static Violation Copy(Violation violation, string? run, bool singleFlow, IReadOnlyList<CycleEdge> cycle) =>
        Copy(violation, run, singleFlow, cycle, violation.Detail);

    private static Violation Copy(Violation violation, string? run, bool singleFlow, IReadOnlyList<CycleEdge> cycle, string? detail) =>
        new(violation.Kind, violation.Flow, violation.Attempted, violation.Held)
        {
            Against = violation.Against,
            Detail = detail,
            Cycle = cycle,
            Gates = violation.Gates,
            SingleFlow = singleFlow,
            Waits = violation.Waits,
            Stack = violation.Stack,
            Run = run,
        };

    private static IReadOnlyList<CycleEdge> Rename(IReadOnlyList<CycleEdge> cycle, Func<string?, string?> name) =>
        [.. cycle.Select(edge => edge.Witness is { } witness ? edge with { Witness = Rename(witness, name) } : edge)];

    private static EdgeWitness Rename(EdgeWitness witness, Func<string?, string?> name) =>
        name(witness.Run) is var run && run == witness.Run ? witness : new EdgeWitness(witness.Outer, witness.Inner, witness.Flow) { Run = run };
}
