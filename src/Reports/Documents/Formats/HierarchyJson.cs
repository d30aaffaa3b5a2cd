using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>The model as JSON, for tools.</summary>
internal static class HierarchyJson
{
    private const int _schema = 1;

    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Render(HierarchyModel model)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, _options))
        {
            json.WriteStartObject();
            json.WriteString("format", "lockgraph-hierarchy");
            json.WriteNumber("schema", _schema);
            json.WriteString("subject", model.Subject);
            Array(json, "hierarchies", model.Hierarchies, Write);
            Array(json, "alone", model.Alone, Write);
            Array(json, "findings", model.OtherFindings, Write);
            Array(json, "declarationErrors", model.Errors, (writer, error) => writer.WriteStringValue(error));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Hierarchy hierarchy)
    {
        json.WriteStartObject();
        json.WriteString("name", hierarchy.Name);
        Array(json, "locks", hierarchy.Locks, Write);
        Array(json, "edges", hierarchy.Edges, Write);
        Array(json, "rings", hierarchy.Rings, (writer, ring) => Values(writer, ring.Select(one => one.Name)));
        Array(json, "chains", hierarchy.Chains, (writer, chain) =>
        {
            writer.WriteStartObject();
            Names(writer, "locks", chain.Names);
            writer.WriteString("place", chain.Place);
            writer.WriteEndObject();
        });
        Names(json, "strict", hierarchy.Strict);
        Array(json, "findings", hierarchy.Findings, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HierarchyLock one)
    {
        json.WriteStartObject();
        json.WriteString("name", one.Name);
        if (one.IsRanked)
        {
            json.WriteString("class", one.Class.Name);
            json.WriteNumber("rank", one.Subclass);
        }

        Optional(json, "kind", one.Class.Primitive);
        Optional(json, "protects", one.Class.Protects);
        Optional(json, "summary", one.Class.Summary);
        Optional(json, "declaredIn", one.DeclaredIn);
        json.WriteBoolean("found", one.IsFound);
        json.WriteBoolean("pseudo", one.Class.IsPseudo);
        json.WriteNumber("layer", one.Layer);
        Optional(json, "ring", one.Ring);
        Names(json, "modes", one.Modes.Select(mode => mode.Word()));
        Array(json, "takenBy", one.Uses, (writer, use) =>
        {
            writer.WriteStartObject();
            writer.WriteString("member", use.Member);
            Names(writer, "modes", use.Modes.Select(mode => mode.Word()));
            writer.WriteEndObject();
        });
        Names(json, "outer", one.Outers);
        Names(json, "inner", one.Inners);
        json.WriteBoolean("reentrant", one.Class.Reentrant ?? false);
        json.WriteString("owner", one.Class.Owner == LockOwner.Flow ? "flow" : "thread");
        json.WriteString("waitType", (one.Class.WaitType ?? WaitType.Block).ToString());
        json.WriteString("nesting", one.Class.Nesting.ToString());
        Optional(json, "orderKey", one.OrderKey);
        if (one.Class.MaxHeld is { } most)
        {
            json.WriteNumber("maxHeld", most);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HierarchyEdge edge)
    {
        json.WriteStartObject();
        json.WriteString("outer", edge.Outer);
        json.WriteString("inner", edge.Inner);
        json.WriteString("standing", edge.Standing.ToString());
        Names(json, "provenance", new[] { EdgeProvenance.Declared, EdgeProvenance.Static, EdgeProvenance.Observed }
            .Where(one => (edge.Provenance & one) != 0).Select(one => one.ToString().ToLowerInvariant()));
        Names(json, "modes", edge.Modes.Select(pair => pair.Outer.Word() + ">" + pair.Inner.Word()));
        json.WriteBoolean("direct", edge.IsDirect);
        json.WriteBoolean("inRing", edge.IsInRing);
        Names(json, "gates", edge.Gates);
        Names(json, "members", edge.Members);
        Optional(json, "place", edge.Place);
        Names(json, "path", edge.Path);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HierarchyFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("kind", finding.Kind.ToString());
        json.WriteString("severity", finding.Severity == ViolationSeverity.Info ? "info" : "warning");
        Names(json, "classes", finding.Locks);
        json.WriteString("message", finding.Message);
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WritePropertyName(name);
        Values(json, values);
    }

    private static void Values(Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray();
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
