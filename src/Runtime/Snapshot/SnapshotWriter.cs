using System.Text.Encodings.Web;
using System.Text.Json;
using LockGraph.Core;

namespace LockGraph;

/// <summary>Writes a snapshot as JSON. Equal knowledge gives equal bytes.</summary>
internal static class SnapshotWriter
{
    public static void Write(Stream stream, OrderSnapshot snapshot)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("format", "lockgraph-snapshot");
        json.WriteNumber("schema", OrderSnapshot.CurrentSchema);
        json.WriteString("run", snapshot.Run);
        json.WriteNumber("ownFaults", snapshot.OwnFaults);
        if (snapshot.Runs.Count > 0)
        {
            Array(json, "runs", snapshot.Runs, UnitedRunWriter.Run);
        }

        Array(json, "classes", snapshot.Classes, Class);
        Array(json, "edges", snapshot.Edges, Edge);
        Array(json, "violations", snapshot.Violations, Violation);
        json.WriteEndObject();
    }

    private static void Class(Utf8JsonWriter json, SnapshotClass entry)
    {
        LockClass @class = entry.Class;
        json.WriteStartObject();
        json.WriteString("name", @class.Name);
        if (entry.Subclass != 0)
        {
            json.WriteNumber("subclass", entry.Subclass);
        }

        Optional(json, "primitive", @class.Primitive);
        json.WriteBoolean("reentrant", @class.Reentrant ?? false);
        json.WriteString("owner", (@class.Owner ?? LockOwner.Thread) == LockOwner.Flow ? "flow" : "thread");
        json.WriteString("waitType", (@class.WaitType ?? WaitType.Block).ToString());
        if (@class.MaxHeld is { } most)
        {
            json.WriteNumber("maxHeld", most);
        }

        if (@class.IsPseudo)
        {
            json.WriteBoolean("pseudo", true);
        }

        Optional(json, "protects", @class.Protects);
        Optional(json, "summary", @class.Summary);
        json.WriteEndObject();
    }

    private static void Edge(Utf8JsonWriter json, SnapshotEdge edge)
    {
        json.WriteStartObject();
        json.WriteString("outer", edge.Outer);
        json.WriteString("inner", edge.Inner);
        Array(json, "modes", edge.Modes, (writer, pair) => writer.WriteStringValue(pair.Outer.Word() + ">" + pair.Inner.Word()));
        Array(json, "provenance", Provenances(edge.Provenance), (writer, word) => writer.WriteStringValue(word));
        json.WriteNumber("count", edge.Count);
        Array(json, "gates", edge.Gates, (writer, gate) => writer.WriteStringValue(gate));
        json.WriteBoolean("singleFlow", edge.SingleFlow);
        json.WriteBoolean("closesCycle", edge.ClosesCycle);
        Array(json, "witnesses", edge.Witnesses, Witness);
        if (edge.Contributions.Count > 0)
        {
            UnitedRunWriter.Contributions(json, edge.Contributions);
        }

        json.WriteEndObject();
    }

    private static void Witness(Utf8JsonWriter json, EdgeWitness witness)
    {
        json.WriteStartObject();
        json.WriteString("flow", witness.Flow);
        Optional(json, "run", witness.Run);
        json.WritePropertyName("outer");
        Acquisition(json, witness.Outer);
        json.WritePropertyName("inner");
        Acquisition(json, witness.Inner);
        json.WriteEndObject();
    }

    private static void Violation(Utf8JsonWriter json, Violation violation)
    {
        json.WriteStartObject();
        json.WriteString("id", violation.Id);
        json.WriteString("rule", violation.RuleId);
        json.WriteString("kind", violation.Kind.ToString());
        json.WriteString("severity", violation.Severity == ViolationSeverity.Info ? "info" : "warning");
        json.WriteString("message", violation.Message);
        json.WriteString("flow", violation.Flow);
        Optional(json, "run", violation.Run);
        json.WritePropertyName("attempted");
        Acquisition(json, violation.Attempted);
        Array(json, "held", violation.Held, Held);
        Against(json, violation);
        Array(json, "cycle", violation.Cycle, Step);
        Array(json, "gates", violation.Gates, (writer, gate) => writer.WriteStringValue(gate));
        json.WriteBoolean("singleFlow", violation.SingleFlow);
        Array(json, "waits", violation.Waits, Wait);
        Optional(json, "detail", violation.Detail);
        Stack(json, violation.Stack);
        json.WriteEndObject();
    }

    private static void Step(Utf8JsonWriter json, CycleEdge edge)
    {
        json.WriteStartObject();
        json.WriteString("outer", edge.Outer);
        json.WriteString("inner", edge.Inner);
        json.WriteString("outerMode", edge.OuterMode.Word());
        json.WriteString("innerMode", edge.InnerMode.Word());
        Array(json, "provenance", Provenances(edge.Provenance), (writer, word) => writer.WriteStringValue(word));
        if (edge.Witness is { } witness)
        {
            json.WritePropertyName("witness");
            Witness(json, witness);
        }

        json.WriteEndObject();
    }

    private static void Wait(Utf8JsonWriter json, LockWait wait)
    {
        json.WriteStartObject();
        json.WriteString("flow", wait.Flow);
        json.WritePropertyName("wanted");
        Acquisition(json, wait.Wanted);
        Array(json, "held", wait.Held, Held);
        Stack(json, wait.Stack);
        json.WriteEndObject();
    }

    // By its place among what is held; on its own where it is not held.
    private static void Against(Utf8JsonWriter json, Violation violation)
    {
        if (violation.Against is not { } against)
        {
            return;
        }

        json.WritePropertyName("against");
        int place = 0;
        while (place < violation.Held.Count && !ReferenceEquals(violation.Held[place], against))
        {
            place++;
        }

        if (place < violation.Held.Count)
        {
            json.WriteNumberValue(place);
        }
        else
        {
            Held(json, against);
        }
    }

    private static void Acquisition(Utf8JsonWriter json, Acquisition acquisition) => Held(json, acquisition, isTerminal: false, sharesSlot: false);

    private static void Held(Utf8JsonWriter json, HeldLock held) => Held(json, held.Acquisition, held.IsTerminal, held.SharesSlot);

    private static void Held(Utf8JsonWriter json, Acquisition acquisition, bool isTerminal, bool sharesSlot)
    {
        json.WriteStartObject();
        json.WriteString("class", acquisition.Name);
        Optional(json, "instance", acquisition.InstanceLabel);
        json.WriteString("mode", acquisition.Mode.Word());
        json.WriteString("kind", acquisition.Kind.ToString());
        if (!acquisition.Site.IsUnknown)
        {
            json.WriteString("file", acquisition.Site.File);
            json.WriteNumber("line", acquisition.Site.Line);
        }

        if (acquisition.WaitType is { } waitType)
        {
            json.WriteString("waitType", waitType.ToString());
        }

        if (isTerminal)
        {
            json.WriteBoolean("terminal", true);
        }

        if (sharesSlot)
        {
            json.WriteBoolean("sharesSlot", true);
        }

        Stack(json, acquisition.Stack);
        json.WriteEndObject();
    }

    private static void Stack(Utf8JsonWriter json, CapturedStack? stack)
    {
        if (stack is not null)
        {
            Array(json, "stack", stack.Frames, (writer, frame) => writer.WriteStringValue(frame));
        }
    }

    internal static IReadOnlyList<string> Provenances(EdgeProvenance provenance) =>
        [.. new[] { EdgeProvenance.Declared, EdgeProvenance.Static, EdgeProvenance.Observed }
            .Where(flag => (provenance & flag) != 0).Select(flag => flag.ToString().ToLowerInvariant())];

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    internal static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T value in values)
        {
            write(json, value);
        }

        json.WriteEndArray();
    }
}
