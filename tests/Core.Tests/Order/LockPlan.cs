using System.Text.RegularExpressions;

namespace LockGraph.Core.Tests.Order;

/// <summary>A graph over named nodes, so that a test reads "A > B" and "B > C > A".</summary>
/// <remarks>
/// An edge is written <c>A &gt; B</c>; a letter after a colon is a mode (w, r, u, or R for the overtaking reader) and means write when
/// left out: <c>A:r &gt; B:R</c>. Nodes appear with their first edge.
/// </remarks>
internal sealed partial class LockPlan
{
    private readonly Dictionary<string, int> _nodes = [];

    public LockOrderGraph Graph { get; } = new();

    public int this[string name] => _nodes.TryGetValue(name, out int node) ? node : _nodes[name] = Graph.AddNode();

    /// <summary>Makes nodes in this order, which decides ties.</summary>
    public LockPlan With(params string[] names)
    {
        Array.ForEach(names, name => _ = this[name]);
        return this;
    }

    public void Remove(string name)
    {
        Graph.RemoveNode(_nodes[name]);
        _nodes.Remove(name);
    }

    public DependencyEdge Edge(string edge)
    {
        EdgeOccurrence ends = Parse(edge);
        Assert.True(Graph.TryGetEdge(ends.Outer, ends.Inner, out DependencyEdge found), $"no edge {edge}");
        return found;
    }

    public EdgeObservation Take(
        string edge,
        long[]? gates = null,
        int flow = 1,
        EdgeProvenance provenance = EdgeProvenance.Observed,
        Func<EdgeWitness?>? witness = null)
    {
        EdgeOccurrence occurrence = Parse(edge) with { Gates = GateSet.Of(gates ?? []), Flow = flow, Provenance = provenance };
        EdgeObservation seen = Graph.Observe(occurrence, witness);
        Graph.CheckInvariants();
        return seen;
    }

    /// <summary>Takes edges that must close no cycle.</summary>
    public LockPlan TakeInOrder(params string[] edges)
    {
        Assert.All(edges, edge => Assert.Equal("", Report(Take(edge))));
        return this;
    }

    /// <summary>The reports as <c>A &gt; B &gt; A</c>, with "(guarded)" where a gate excuses; empty when there is none.</summary>
    public string Report(EdgeObservation seen) => string.Join("; ", seen.Cycles.Select(Print));

    public string Print(LockOrderCycle cycle) =>
        string.Join(" > ", cycle.Steps.Select(step => step.Outer).Append(cycle.Steps[0].Outer).Select(NameOf)) + (cycle.IsGuarded ? " (guarded)" : "");

    private string NameOf(int node) => _nodes.Single(pair => pair.Value == node).Key;

    private EdgeOccurrence Parse(string edge)
    {
        Match match = EdgePattern().Match(edge);
        Assert.True(match.Success, edge);
        return new EdgeOccurrence
        {
            Outer = this[match.Groups["outer"].Value],
            OuterMode = Mode(match.Groups["held"].Value),
            Inner = this[match.Groups["inner"].Value],
            InnerMode = Mode(match.Groups["asked"].Value),
            Provenance = EdgeProvenance.Observed,
        };
    }

    private static LockMode Mode(string letter) => letter switch
    {
        "" or "w" => LockMode.Write,
        "r" => LockMode.Read,
        "R" => LockMode.ReadRecursive,
        _ => LockMode.Upgrade,
    };

    [GeneratedRegex("^(?<outer>[A-Z])(:(?<held>[wrRu]))? > (?<inner>[A-Z])(:(?<asked>[wrRu]))?$")]
    private static partial Regex EdgePattern();
}
