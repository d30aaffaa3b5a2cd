using LockGraph.Cli.Loading;
using LockGraph.Core;
using LockGraph.Reports;
using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Check;

/// <summary>What neither the code nor a run shows alone: an order that is read in the code against one that was seen while it ran.</summary>
internal static class ObservedFindings
{
    /// <summary>Judges the union.</summary>
    /// <param name="code">The order graph of the code.</param>
    /// <param name="observed">What runs have seen.</param>
    /// <returns>In the order of their sentences. What the code breaks by itself is left to the check, what a run broke to its report.</returns>
    public static IReadOnlyList<Finding> Of(OrderSnapshot code, IEnumerable<OrderSnapshot> observed)
    {
        using var union = new SnapshotUnion();
        union.Add(code);
        foreach (OrderSnapshot run in observed)
        {
            union.Add(run);
        }

        return Fingerprints.Give([.. union.Build().Violations.Where(IsAcross).Select(Read).OrderBy(finding => finding.Message, StringComparer.Ordinal)]);
    }

    private static bool IsAcross(Violation violation) => violation.Run is null
        && violation.Cycle.Any(IsOfTheCode) && violation.Cycle.Any(edge => edge.Provenance == EdgeProvenance.Observed);

    private static bool IsOfTheCode(CycleEdge edge) => (edge.Provenance & (EdgeProvenance.Static | EdgeProvenance.Declared)) != 0;

    private static Finding Read(Violation violation)
    {
        // The place is in the code that is checked; a promise has none.
        CycleEdge? guilty = violation.Cycle.FirstOrDefault(edge => IsOfTheCode(edge) && edge.Witness is not null) ?? violation.Cycle.FirstOrDefault(edge => edge.Witness is not null);
        var witnesses = new List<Witness>();
        foreach (CycleEdge edge in violation.Cycle)
        {
            if (edge.Witness is { } witness)
            {
                string who = IsOfTheCode(edge) ? "in the code" : witness.Run is null ? "observed" : "observed in " + witness.Run;
                Add(witnesses, $"{edge.Outer} is held, {who}", witness.Outer.Site);
                Add(witnesses, $"{edge.Inner} is asked for, {who}", witness.Inner.Site);
            }
        }

        return new Finding(
            violation.RuleId,
            violation.Severity == ViolationSeverity.Info ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            violation.Message,
            guilty is null ? null : PlaceOf(guilty.Witness!.Inner.Site),
            witnesses,
            Member: "",
            [.. violation.Cycle.Select(edge => edge.Outer)],
            [.. violation.Cycle.Select(edge => (edge.Outer, edge.Inner))]);
    }

    private static void Add(List<Witness> witnesses, string caption, AcquisitionSite site)
    {
        if (PlaceOf(site) is { } place)
        {
            witnesses.Add(new Witness(caption, place));
        }
    }

    // A run knows lines, not columns: the whole line is meant. The sources of another machine are not here.
    private static FindingPlace? PlaceOf(AcquisitionSite site)
    {
        if (site.IsUnknown || site.Line < 1)
        {
            return null;
        }

        bool isHere = Path.IsPathRooted(site.File!) && File.Exists(site.File);
        string excerpt = isHere ? File.ReadLines(site.File!).ElementAtOrDefault(site.Line - 1) ?? "" : "";
        string path = isHere ? ShownPath.Of(site.File!) : site.File!.Replace('\\', '/');
        int indent = excerpt.Length - excerpt.TrimStart().Length;
        return new FindingPlace(path, site.Line, indent + 1, site.Line, Math.Max(indent + 1, excerpt.TrimEnd().Length + 1), excerpt);
    }
}
