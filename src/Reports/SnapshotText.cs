using System.Globalization;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>A snapshot for people: what it is of, every finding with its full report, and a last line that sums up.</summary>
/// <remarks>Lines end in <c>\n</c>. The same snapshot gives the same text.</remarks>
internal static class SnapshotText
{
    /// <summary>Writes the text.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="output">Where to.</param>
    /// <param name="paint">Colours the id of a finding; nothing is coloured without it.</param>
    public static void Write(OrderSnapshot snapshot, TextWriter output, Func<ViolationSeverity, string, string>? paint = null)
    {
        snapshot = RunNames.Shorten(snapshot);
        output.Write(Head(snapshot) + "\n");
        foreach (Violation violation in snapshot.Violations)
        {
            output.Write('\n');
            Report(violation, output, paint);
        }

        output.Write("\n" + Summary(snapshot) + "\n");
    }

    /// <summary>Writes the report of one finding.</summary>
    public static void Report(Violation violation, TextWriter output, Func<ViolationSeverity, string, string>? paint = null)
    {
        string text = ViolationText.Report(violation);
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        output.Write(paint is null ? text : paint(violation.Severity, text[..space]) + text[space..]);
    }

    /// <summary>How many findings there are, of which severity.</summary>
    public static string Summary(OrderSnapshot snapshot)
    {
        int warnings = snapshot.Violations.Count(violation => violation.Severity == ViolationSeverity.Warning);
        int infos = snapshot.Violations.Count - warnings;
        string faults = snapshot.OwnFaults == 0 ? "" : $", {Number(snapshot.OwnFaults, "contained fault of the validator", "contained faults of the validator")}";
        string found = (warnings, infos) switch
        {
            (0, 0) => "no findings",
            (_, 0) => Number(warnings, "warning", "warnings"),
            (0, _) => Number(infos, "info", "infos"),
            _ => $"{Number(warnings, "warning", "warnings")}, {Number(infos, "info", "infos")}",
        };
        return found + faults + ".";
    }

    /// <summary>What a snapshot is of and how large it is.</summary>
    public static string Head(OrderSnapshot snapshot)
    {
        string what = snapshot.Runs.Count > 1 ? "union of " + Number(snapshot.Runs.Count, "run", "runs") : snapshot.Run.Length == 0 ? "a run" : snapshot.Run;
        string edges = Number(snapshot.Edges.Count, "edge", "edges");
        string[] sources = [.. new[] { EdgeProvenance.Declared, EdgeProvenance.Static, EdgeProvenance.Observed }
            .Select(flag => (Word: flag.ToString().ToLowerInvariant(), Count: snapshot.Edges.Count(edge => (edge.Provenance & flag) != 0)))
            .Where(source => source.Count > 0)
            .Select(source => source.Count.ToString(CultureInfo.InvariantCulture) + " " + source.Word)];
        return $"{what}: {Number(snapshot.Classes.Count, "lock class", "lock classes")}, {edges}{(sources.Length == 0 ? "" : " (" + string.Join(", ", sources) + ")")}";
    }

    private static string Number(long count, string one, string many) => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);
}
