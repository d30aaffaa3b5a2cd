using System.Text.Encodings.Web;
using System.Text.Json;
using LockGraph.Cli.Merge;

namespace LockGraph.Cli.Check;

/// <summary>The file of accepted findings. The schema is <c>docs/reports/baseline.schema.json</c>.</summary>
internal static class Baseline
{
    private const string _format = "lockgraph-baseline";
    private const int _schema = 1;

    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the findings, whole or not at all.</summary>
    /// <remarks>In the order of the fingerprints: code that moves does not change the file.</remarks>
    public static void Write(string path, IEnumerable<Finding> findings) => OutputFile.Write(path, stream =>
    {
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            json.WriteStartObject();
            json.WriteString("format", _format);
            json.WriteNumber("schema", _schema);
            json.WriteStartArray("findings");
            foreach (Finding finding in findings.OrderBy(finding => finding.Rule, StringComparer.Ordinal).ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("fingerprint", finding.Fingerprint);
                json.WriteString("rule", finding.Rule);
                json.WriteString("path", finding.Place?.Path ?? "");
                json.WriteString("message", finding.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    });

    /// <summary>Reads what was accepted.</summary>
    /// <exception cref="BadInputException">There is no such file, or it is not a baseline.</exception>
    public static IReadOnlyList<AcceptedFinding> Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            if (root.GetProperty("format").GetString() != _format)
            {
                throw new BadInputException($"{path}: this is not a baseline.");
            }

            int schema = root.GetProperty("schema").GetInt32();
            return schema > _schema
                ? throw new BadInputException($"{path}: this baseline has schema {schema}; this version reads up to {_schema}.")
                : [.. root.GetProperty("findings").EnumerateArray().Select(Read)];
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"{path}: there is no such file; --write-baseline makes it.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new BadInputException($"{path}: this is not a baseline.", exception);
        }
    }

    private static AcceptedFinding Read(JsonElement entry) => new(Text(entry, "fingerprint"), Text(entry, "rule"), Text(entry, "path"), Text(entry, "message"));

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString() ?? throw new FormatException(name);
}
