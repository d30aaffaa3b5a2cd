using System.Globalization;
using System.Text;
using System.Text.Json;
using LockGraph.Core;

namespace LockGraph;

/// <summary>Writes what a snapshot of several runs has and that of one run has not: which runs they are, and who knows which edge.</summary>
internal static class UnitedRunWriter
{
    public static void Run(Utf8JsonWriter json, SnapshotRun run)
    {
        json.WriteStartObject();
        json.WriteString("id", run.Id);
        json.WriteString("name", run.Name);
        json.WriteNumber("ownFaults", run.OwnFaults);
        SnapshotWriter.Array(json, "violations", run.Violations, (writer, id) => writer.WriteStringValue(id));
        json.WriteEndObject();
    }

    /// <summary>Runs that know an edge alike stand together: a thousand shards of one suite take a line, not a thousand.</summary>
    public static void Contributions(Utf8JsonWriter json, IReadOnlyList<EdgeContribution> contributions)
    {
        json.WriteStartArray("runs");
        foreach (IGrouping<(EdgeProvenance Provenance, long Count), EdgeContribution> alike in contributions
            .GroupBy(entry => (entry.Provenance, entry.Count))
            .OrderBy(group => group.Key))
        {
            json.WriteStartObject();
            SnapshotWriter.Array(json, "provenance", SnapshotWriter.Provenances(alike.Key.Provenance), (writer, word) => writer.WriteStringValue(word));
            json.WriteNumber("count", alike.Key.Count);
            json.WriteString("in", Ranges([.. alike.Select(entry => entry.Run)]));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // 0-3,7: positions in the list of runs, ascending.
    private static string Ranges(List<int> runs)
    {
        var text = new StringBuilder();
        for (int i = 0; i < runs.Count; i++)
        {
            int first = runs[i];
            while (i + 1 < runs.Count && runs[i + 1] == runs[i] + 1)
            {
                i++;
            }

            text.Append(text.Length == 0 ? "" : ",").Append(first.ToString(CultureInfo.InvariantCulture));
            text.Append(runs[i] == first ? "" : "-" + runs[i].ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
