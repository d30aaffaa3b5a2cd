using System.Text.Encodings.Web;
using System.Text.Json;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>Violations as JSON for tools: <c>{"violations":[{"id","kind","severity","classes","message"}]}</c>.</summary>
/// <remarks>
/// Thread-safe. The same violations in the same order give the same bytes; lines end in <c>\n</c> on every platform. The words are those
/// of <see cref="ViolationText"/>, so that text and JSON cannot tell different stories.
/// </remarks>
public static class ViolationJson
{
    // Rings are written with '>' and names with '<': readable output matters more here than embedding in a page.
    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the violations as one JSON document, ended by a line feed.</summary>
    /// <param name="violations">What was found, in the order in which it is to be written.</param>
    /// <param name="output">Where to; left open.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public static void Write(IEnumerable<Violation> violations, Stream output)
    {
        ArgumentNullException.ThrowIfNull(violations);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, _options))
        {
            json.WriteStartObject();
            json.WriteStartArray("violations");
            foreach (Violation violation in violations)
            {
                Write(violation, json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Violation violation, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", violation.Id);
        json.WriteString("kind", violation.Kind.ToString());
        json.WriteString("severity", violation.Severity == ViolationSeverity.Info ? "info" : "warning");
        json.WriteStartArray("classes");
        foreach (string name in ViolationClasses.Of(violation))
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteString("message", violation.Message);
        json.WriteEndObject();
    }
}
