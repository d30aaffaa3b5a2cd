namespace LockGraph.Core;

/// <summary>An edge that, in some of its strengths, closes a strong cycle, and what was reported of it.</summary>
internal sealed class ApartEdge
{
    private readonly List<Report> _reports = [];

    public ApartEdge(int outer, int inner)
    {
        Outer = outer;
        Inner = inner;
    }

    public int Outer { get; }

    public int Inner { get; }

    /// <summary>Strengths that close guarded cycles only.</summary>
    public byte Guarded { get; set; }

    /// <summary>Strengths that close a cycle that no gate excuses, or once did: it never goes back.</summary>
    public byte Real { get; set; }

    /// <summary>
    /// Guarded strengths for which the removal of a node opened an ungated way round. A removal reports nothing, so the report
    /// waits for the next occurrence of the edge.
    /// </summary>
    public byte Due { get; set; }

    public bool WasReported => _reports.Count > 0;

    /// <summary>Notes a cycle, unless it was reported already with the same nodes at the same or a worse class.</summary>
    public bool TryReport(LockOrderCycle cycle)
    {
        int[] nodes = [.. cycle.Steps.Select(step => step.Outer)];
        if (_reports.Exists(known => (cycle.IsGuarded || !known.IsGuarded) && known.Nodes.SequenceEqual(nodes)))
        {
            return false;
        }

        _reports.Add(new Report(nodes, cycle.IsGuarded));
        return true;
    }

    private sealed record Report(int[] Nodes, bool IsGuarded);
}

/// <summary>The edges that are kept apart from the order, in the order in which they were found.</summary>
internal sealed class ApartEdges
{
    private readonly List<ApartEdge> _edges = [];
    private readonly Dictionary<(int Outer, int Inner), ApartEdge> _byEnds = [];

    public IReadOnlyList<ApartEdge> All => _edges;

    public ApartEdge? Find(int outer, int inner) => _byEnds.TryGetValue((outer, inner), out ApartEdge? edge) ? edge : null;

    public ApartEdge Require(int outer, int inner)
    {
        if (Find(outer, inner) is not { } edge)
        {
            edge = new ApartEdge(outer, inner);
            _edges.Add(edge);
            _byEnds.Add((outer, inner), edge);
        }

        return edge;
    }

    public void RemoveAll(Predicate<ApartEdge> match) => _edges.RemoveAll(edge => match(edge) && _byEnds.Remove((edge.Outer, edge.Inner)));
}
