using System.Text.Json;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>What the page is made of, as JSON: classes and edges with their places, evidence, findings. Frames of stacks are written once.</summary>
internal sealed class HtmlReportModel
{
    private const double CharacterWidth = 7.1;
    private const double Padding = 22;
    private const double BoxHeight = 28;
    private const double NarrowestBox = 60;

    private readonly OrderSnapshot _snapshot;
    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Outer, string Inner), int> _edges = [];
    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _seenBy;

    private HtmlReportModel(OrderSnapshot snapshot, Utf8JsonWriter json)
    {
        _snapshot = snapshot;
        _json = json;
        _seenBy = snapshot.Runs.SelectMany(run => run.Violations).CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Writes the model. Text that could end a script element is escaped.</summary>
    public static void Write(OrderSnapshot snapshot, Stream output)
    {
        using var json = new Utf8JsonWriter(output);
        new HtmlReportModel(snapshot, json).Write();
    }

    private void Write()
    {
        Dictionary<string, SnapshotClass> classes = _snapshot.Classes.DistinctBy(entry => entry.Name, StringComparer.Ordinal).ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        string[] names = [.. classes.Keys.Concat(_snapshot.Edges.SelectMany(edge => new[] { edge.Outer, edge.Inner }))
            .Concat(_snapshot.Violations.SelectMany(ViolationClasses.Of))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (string name in names)
        {
            _nodes.Add(name, _nodes.Count);
        }

        foreach (SnapshotEdge edge in _snapshot.Edges)
        {
            _edges.TryAdd((edge.Outer, edge.Inner), _edges.Count);
        }

        LayoutBox[] boxes = [.. names.Select(name => new LayoutBox(Math.Max(NarrowestBox, Math.Ceiling((ClassLabel.Of(name).Length * CharacterWidth) + Padding)), BoxHeight))];
        GraphDrawing drawing = GraphLayout.Layered(boxes, [.. _snapshot.Edges.Select(edge => (_nodes[edge.Outer], _nodes[edge.Inner]))]);
        HashSet<int> rings = [.. drawing.Parts.CountBy(part => part).Where(pair => pair.Value > 1).Select(pair => pair.Key)];
        _json.WriteStartObject();
        _json.WriteString("run", _snapshot.Run);
        _json.WriteString("head", SnapshotText.Head(_snapshot) + " · " + SnapshotText.Summary(_snapshot));
        _json.WriteNumber("runs", _snapshot.Runs.Count);
        _json.WriteNumber("ownFaults", _snapshot.OwnFaults);
        _json.WriteNumber("box", BoxHeight);
        _json.WriteStartArray("nodes");
        foreach (string name in names)
        {
            Node(name, classes.GetValueOrDefault(name), boxes[_nodes[name]], drawing, rings);
        }

        _json.WriteEndArray();
        _json.WriteStartArray("edges");
        for (int i = 0; i < _snapshot.Edges.Count; i++)
        {
            Edge(_snapshot.Edges[i], drawing.Routes[i], drawing, rings);
        }

        _json.WriteEndArray();
        _json.WriteStartArray("findings");
        foreach (Violation violation in _snapshot.Violations)
        {
            Finding(violation);
        }

        _json.WriteEndArray();
        Texts("strings", _strings.OrderBy(pair => pair.Value).Select(pair => pair.Key));
        _json.WriteEndObject();
    }

    private void Node(string name, SnapshotClass? entry, LayoutBox box, GraphDrawing drawing, HashSet<int> rings)
    {
        int node = _nodes[name];
        _json.WriteStartObject();
        _json.WriteString("name", name);
        _json.WriteString("label", ClassLabel.Of(name));
        _json.WriteString("namespace", ClassLabel.NamespaceOf(name));
        _json.WriteNumber("x", drawing.Centres[node].X);
        _json.WriteNumber("y", drawing.Centres[node].Y);
        _json.WriteNumber("w", box.Width);
        _json.WriteBoolean("ring", rings.Contains(drawing.Parts[node]));
        if (entry?.Class is { } @class)
        {
            _json.WriteBoolean("pseudo", @class.IsPseudo);
            _json.WriteBoolean("reentrant", @class.Reentrant ?? false);
            _json.WriteString("owner", (@class.Owner ?? LockOwner.Thread) == LockOwner.Flow ? "flow" : "thread");
            _json.WriteString("waitType", (@class.WaitType ?? WaitType.Block).ToString());
            Optional("primitive", @class.Primitive);
            Optional("protects", @class.Protects);
            Optional("summary", @class.Summary);
            if (@class.MaxHeld is { } most)
            {
                _json.WriteNumber("maxHeld", most);
            }
        }

        _json.WriteEndObject();
    }

    private void Edge(SnapshotEdge edge, IReadOnlyList<LayoutPoint> bends, GraphDrawing drawing, HashSet<int> rings)
    {
        int outer = _nodes[edge.Outer], inner = _nodes[edge.Inner];
        _json.WriteStartObject();
        _json.WriteNumber("o", outer);
        _json.WriteNumber("i", inner);
        _json.WriteNumber("from", (int)edge.Provenance);
        _json.WriteNumber("count", edge.Count);
        _json.WriteBoolean("single", edge.SingleFlow);
        _json.WriteBoolean("apart", edge.ClosesCycle);
        _json.WriteBoolean("ring", drawing.Parts[outer] == drawing.Parts[inner] && rings.Contains(drawing.Parts[outer]));
        if (edge.Contributions.Count > 0)
        {
            _json.WriteNumber("runs", edge.Contributions.Count);
        }

        Texts("modes", edge.Modes.Select(pair => pair.Outer.Word() + " > " + pair.Inner.Word()));
        Texts("gates", edge.Gates);
        _json.WriteStartArray("bends");
        foreach (LayoutPoint bend in bends)
        {
            _json.WriteNumberValue(bend.X);
            _json.WriteNumberValue(bend.Y);
        }

        _json.WriteEndArray();
        _json.WriteStartArray("witnesses");
        foreach (EdgeWitness witness in edge.Witnesses)
        {
            Witness(witness);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Finding(Violation violation)
    {
        _json.WriteStartObject();
        _json.WriteString("id", violation.Id);
        _json.WriteString("severity", violation.Severity == ViolationSeverity.Info ? "info" : "warning");
        _json.WriteString("title", ViolationTitle.Of(violation));
        _json.WriteString("message", violation.Message);
        _json.WriteString("fix", Advice.For(violation));
        _json.WriteString("report", ViolationText.Report(violation));
        _json.WriteNumber("seen", _seenBy.GetValueOrDefault(violation.Id));
        Optional("run", violation.Run);
        Texts("notes", ViolationReport.Weaknesses(violation));
        Numbers("nodes", ViolationClasses.Of(violation).Select(name => _nodes[name]));
        IEnumerable<(string, string)> ends = violation.Cycle.Count > 0
            ? violation.Cycle.Select(step => (step.Outer, step.Inner))
            : violation.Held.Select(held => (held.Acquisition.Name, violation.Attempted.Name));
        Numbers("edges", ends.Where(_edges.ContainsKey).Select(pair => _edges[pair]).Distinct());
        _json.WriteStartArray("columns");
        foreach (FindingColumn column in FindingColumn.Of(violation))
        {
            Column(column);
        }

        _json.WriteEndArray();
        _json.WriteStartArray("steps");
        foreach (CycleEdge step in violation.Cycle)
        {
            _json.WriteStartObject();
            _json.WriteString("outer", step.Outer);
            _json.WriteString("inner", step.Inner);
            _json.WriteString("modes", step.OuterMode.Word() + " > " + step.InnerMode.Word());
            _json.WriteNumber("from", (int)step.Provenance);
            if (step.Witness is { } witness)
            {
                _json.WritePropertyName("witness");
                Witness(witness);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Column(FindingColumn column)
    {
        _json.WriteStartObject();
        _json.WriteString("title", column.Title);
        _json.WriteStartArray("holds");
        foreach (FindingStep step in column.Holds)
        {
            Step(step);
        }

        _json.WriteEndArray();
        if (column.Waits is { } waits)
        {
            _json.WritePropertyName("waits");
            Step(waits);
        }

        _json.WriteEndObject();
    }

    private void Step(FindingStep step)
    {
        _json.WriteStartObject();
        _json.WriteString("verb", step.Verb);
        _json.WriteString("name", step.Name);
        if (step.Acquisition is { } acquisition)
        {
            Place(acquisition, step.Stack ?? acquisition.Stack);
        }

        _json.WriteEndObject();
    }

    private void Witness(EdgeWitness witness)
    {
        _json.WriteStartObject();
        _json.WriteString("flow", witness.Flow);
        Optional("run", witness.Run);
        foreach ((string side, Acquisition acquisition) in new[] { ("outer", witness.Outer), ("inner", witness.Inner) })
        {
            _json.WriteStartObject(side);
            _json.WriteString("name", ViolationText.Named(acquisition));
            Place(acquisition, acquisition.Stack);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void Place(Acquisition acquisition, CapturedStack? stack)
    {
        _json.WriteString("mode", acquisition.Mode.Word());
        if (acquisition.Kind != AcquisitionKind.Blocking)
        {
            _json.WriteString("kind", acquisition.Kind == AcquisitionKind.Try ? "try" : "timed");
        }

        _json.WriteString("site", acquisition.Site.ToString());
        Numbers("stack", (stack?.Frames ?? []).Select(Frame));
    }

    private int Frame(string text)
    {
        if (!_strings.TryGetValue(text, out int number))
        {
            _strings.Add(text, number = _strings.Count);
        }

        return number;
    }

    private void Optional(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private void Texts(string name, IEnumerable<string> values)
    {
        _json.WriteStartArray(name);
        foreach (string value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    private void Numbers(string name, IEnumerable<int> values)
    {
        _json.WriteStartArray(name);
        foreach (int value in values)
        {
            _json.WriteNumberValue(value);
        }

        _json.WriteEndArray();
    }
}
