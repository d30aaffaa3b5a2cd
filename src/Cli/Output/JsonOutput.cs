using System.Text.Encodings.Web;
using System.Text.Json;
using LockGraph.Cli.Check;
using LockGraph.Cli.Loading;

namespace LockGraph.Cli.Output;

/// <summary>Findings for tools. The schema is <c>docs/reports/check.schema.json</c>.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one document, ended by a line feed.</summary>
    public static void Write(CheckReport report, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, _options))
        {
            json.WriteStartObject();
            json.WriteStartArray("findings");
            foreach (JudgedFinding finding in report.Findings)
            {
                Write(finding, json);
            }

            json.WriteEndArray();
            json.WriteStartArray("fixed");
            foreach (AcceptedFinding gone in report.Fixed)
            {
                json.WriteStartObject();
                json.WriteString("fingerprint", gone.Fingerprint);
                json.WriteString("rule", gone.Rule);
                json.WriteString("path", gone.Path);
                json.WriteString("message", gone.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("notChecked");
            foreach (LoadProblem problem in report.Problems)
            {
                json.WriteStartObject();
                json.WriteString("project", problem.Project);
                json.WriteString("reason", problem.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(JudgedFinding judged, Utf8JsonWriter json)
    {
        Finding finding = judged.Finding;
        json.WriteStartObject();
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", Severities.Name(finding.Severity));
        json.WriteString("state", judged.IsKnown ? "known" : "new");
        json.WriteString("message", finding.Message);
        json.WriteString("member", finding.Member);
        json.WriteStartArray("classes");
        foreach (string name in finding.Classes)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach ((string outer, string inner) in finding.Edges)
        {
            json.WriteStartObject();
            json.WriteString("outer", outer);
            json.WriteString("inner", inner);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (finding.Place is { } place)
        {
            json.WritePropertyName("location");
            Write(place, json);
        }

        json.WriteStartArray("witnesses");
        foreach (Witness witness in finding.Witnesses)
        {
            json.WriteStartObject();
            json.WriteString("caption", witness.Caption);
            json.WritePropertyName("location");
            Write(witness.Place, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(FindingPlace place, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", place.Path);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteEndObject();
    }
}
