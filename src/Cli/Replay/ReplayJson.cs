using System.Text.Encodings.Web;
using System.Text.Json;

namespace LockGraph.Cli.Replay;

/// <summary>The result of a replay for tools. The schema is <c>docs/reports/replay.schema.json</c>.</summary>
internal static class ReplayJson
{
    // Rings are written with '>': a person reads this output, too.
    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one document, ended by a line feed.</summary>
    public static void Write(IEnumerable<TraceResult> results, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, _options))
        {
            json.WriteStartObject();
            json.WriteStartArray("traces");
            foreach (TraceResult result in results)
            {
                Write(result, json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private static void Write(TraceResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", result.Name);
        json.WriteString("verdict", result.Verdict);
        json.WriteStartArray("violations");
        foreach (Finding finding in result.Findings)
        {
            json.WriteStartObject();
            json.WriteString("kind", finding.Violation.Kind.ToString());
            json.WriteNumber("event", finding.Event);
            json.WriteString("message", finding.Violation.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
