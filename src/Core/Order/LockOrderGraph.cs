namespace LockGraph.Core;

/// <summary>
/// The order in which locks are taken, learned one edge at a time: tells at once when an edge closes a cycle in which every lock can
/// really wait for the next.
/// </summary>
/// <remarks>
/// <para>
/// Nodes are lock classes, each subclass a node of its own. Edges carry modes, so that a reader that cannot be blocked closes no cycle
/// (<see cref="EdgeStrength"/>). An edge that would close a cycle, in the strength in which it would, is kept apart: it is never used as
/// a way round, and the graph goes on. Each cycle is reported once; one that a common gate excuses may be reported a second time when it
/// loses the excuse, or when another way round opens that has none.
/// </para>
/// <para>
/// Cost: a known occurrence is one hash look-up; a new edge visits only what lies between its two ends in the order. A cycle costs a
/// breadth-first search between the same ends. About 70 bytes an edge, without gates and witnesses.
/// </para>
/// <para>Not thread-safe: callers serialize. Deterministic: the same calls give the same answers.</para>
/// </remarks>
public sealed partial class LockOrderGraph
{
    private readonly EdgeTable _edges = new();
    private readonly StrongOrder _order;
    private readonly CycleSearch _search;
    private readonly ApartEdges _apart = new();

    /// <summary>Creates an empty graph.</summary>
    public LockOrderGraph()
    {
        _order = new StrongOrder(_edges);
        _search = new CycleSearch(_order, _edges);
    }

    /// <summary>Number of nodes.</summary>
    public int NodeCount { get; private set; }

    /// <summary>Number of edges, those kept apart included.</summary>
    public int EdgeCount => _edges.Count;

    /// <summary>The edges in the order in which they were first seen, those kept apart included. Do not change the graph meanwhile.</summary>
    public IEnumerable<DependencyEdge> Edges
    {
        get
        {
            for (int edge = 0; edge < _edges.End; edge++)
            {
                if (!_edges[edge].IsRemoved)
                {
                    yield return _edges.Describe(edge);
                }
            }
        }
    }

    /// <summary>Adds a node without edges.</summary>
    /// <returns>
    /// Its id: 0 or more, small, not necessarily consecutive. Ids of removed nodes are given out again, so a stale id is refused only
    /// until then: drop an id when you remove its node.
    /// </returns>
    public int AddNode()
    {
        NodeCount++;
        return _order.AddNode();
    }

    /// <summary>Forgets a node and every edge that touches it, those kept apart included.</summary>
    /// <remarks>
    /// Edges whose only way round led over the node return into the order; when one of them makes a guarded cycle real, that is reported
    /// with the next occurrence of the edge that closes the cycle. Costs the lists of the node's neighbors, and one search for
    /// each edge that is kept apart across the node.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no such node.</exception>
    public void RemoveNode(int node)
    {
        RequireNode(node, nameof(node));
        ApartEdge[] across = [.. _apart.All.Where(edge => edge.Outer != node && edge.Inner != node && MayLieOn(edge, node, node))];
        foreach (int other in NeighborsOf(node))
        {
            RemoveEdge(node, other);
            RemoveEdge(other, node);
        }

        _apart.RemoveAll(edge => edge.Outer == node || edge.Inner == node);
        _order.RemoveNode(node);
        NodeCount--;
        bool rejoined = false;
        foreach (ApartEdge edge in across)
        {
            rejoined |= Rejoin(edge);
        }

        if (rejoined || _apart.All.Any(edge => edge.Due != 0))
        {
            RenewDue();
        }
    }

    /// <summary>Finds an edge by its ends.</summary>
    /// <returns>False when there is none, also when a node does not exist.</returns>
    public bool TryGetEdge(int outer, int inner, out DependencyEdge edge)
    {
        int position = outer == inner ? -1 : _edges.Find(outer, inner);
        edge = position < 0 ? default : _edges.Describe(position);
        return position >= 0;
    }

    /// <summary>Takes in one occurrence of an edge.</summary>
    /// <param name="occurrence">The edge, its modes and its circumstances.</param>
    /// <param name="witness">
    /// Gives the code that shows the edge. Called at most once, and only when the edge or its strength is new, or when a declared edge
    /// without a witness is seen in code for the first time. Must not use the graph.
    /// </param>
    /// <exception cref="ArgumentException">A node does not exist, the two are the same, or the provenance is missing.</exception>
    public EdgeObservation Observe(in EdgeOccurrence occurrence, Func<EdgeWitness?>? witness = null)
    {
        RequireEnds(occurrence);
        int edge = _edges.Find(occurrence.Outer, occurrence.Inner);
        bool isNew = edge < 0;
        EdgeStrength strength = EdgeStrengths.Of(occurrence.OuterMode, occurrence.InnerMode);
        bool isNewStrength = isNew || !EdgeStrengths.Contains(_edges[edge].Examined, strength);

        // Foreign code first: if it throws, nothing has changed.
        EdgeWitness? shown = witness is not null && (isNewStrength || IsShownFirst(edge, strength, occurrence)) ? witness() : null;
        if (isNew)
        {
            edge = _edges.Append(occurrence.Outer, occurrence.Inner);
        }

        bool gatesShrank = Merge(edge, occurrence) && !isNew;
        if (shown is not null)
        {
            _edges.SetWitness(edge, strength, shown);
        }

        ref EdgeRecord record = ref _edges[edge];
        List<LockOrderCycle>? cycles = null;
        bool joinsOrder = false;
        if (isNewStrength)
        {
            joinsOrder = _order.TryAdd(occurrence.Outer, occurrence.Inner, strength, record.InOrder);
            if (joinsOrder)
            {
                record.InOrder |= strength.Bit();
            }
            else
            {
                record.Apart |= strength.Bit();
                KeepApart(occurrence, strength, ref cycles);
            }
        }

        if (_apart.All.Count > 0 && (joinsOrder || gatesShrank))
        {
            ReviewGuarded(occurrence.Outer, occurrence.Inner, ref cycles);
        }
        else if (record.Apart != 0)
        {
            ApartEdge apart = _apart.Require(occurrence.Outer, occurrence.Inner);
            Review(apart, apart.Due, ref cycles);
        }

        return new EdgeObservation(isNew, gatesShrank, cycles);
    }

    internal bool IsInOrder(int outer, int inner, EdgeStrength strength) =>
        _edges.Find(outer, inner) is >= 0 and int edge && EdgeStrengths.Contains(_edges[edge].InOrder, strength);

    internal void CheckInvariants()
    {
        _edges.CheckInvariants();
        _order.CheckInvariants();
        Invariant.Holds(Edges.Count(edge => edge.ClosesCycle) == _apart.All.Count, "every edge with a strength apart is listed");
        foreach (ApartEdge apart in _apart.All)
        {
            EdgeRecord record = _edges[_edges.Find(apart.Outer, apart.Inner)];
            Invariant.Holds(record.Apart != 0 && record.Apart == (apart.Guarded | apart.Real), "every strength apart has a class");
            Invariant.Holds((apart.Guarded & apart.Real) == 0, "a strength is guarded or real");
            Invariant.Holds((apart.Due & ~apart.Guarded) == 0, "what is due is still called guarded");
            Invariant.Holds(apart.WasReported, "what is apart was reported");
            foreach (EdgeStrength strength in StrengthsIn(record.Apart))
            {
                Invariant.Holds(
                    _search.FindWayRound(apart.Outer, apart.Inner, strength, GateSet.Empty) is not null,
                    "what is apart would close a cycle");
                Invariant.Holds(
                    !EdgeStrengths.Contains(apart.Guarded, strength)
                        || EdgeStrengths.Contains(apart.Due, strength) == (FindUngated(apart, strength) is not null),
                    "what is guarded has no ungated way round, unless its report is due");
            }
        }
    }

    private static IEnumerable<EdgeStrength> StrengthsIn(byte strengths)
    {
        for (int strength = EdgeStrengths.Count - 1; strength >= 0; strength--)
        {
            if (EdgeStrengths.Contains(strengths, (EdgeStrength)strength))
            {
                yield return (EdgeStrength)strength;
            }
        }
    }

    private void RequireNode(int node, string name)
    {
        if (!_order.IsNode(node))
        {
            throw new ArgumentException(FormattableString.Invariant($"There is no node {node}."), name);
        }
    }

    private void RequireEnds(in EdgeOccurrence occurrence)
    {
        if (!_order.IsNode(occurrence.Outer) || !_order.IsNode(occurrence.Inner))
        {
            RequireNode(_order.IsNode(occurrence.Outer) ? occurrence.Inner : occurrence.Outer, nameof(occurrence));
        }

        if (occurrence.Outer == occurrence.Inner)
        {
            throw new ArgumentException("An edge joins two nodes; locks of one class are judged without the graph.", nameof(occurrence));
        }

        if (occurrence.Provenance == EdgeProvenance.None)
        {
            throw new ArgumentException("An occurrence has a provenance.", nameof(occurrence));
        }
    }

    /// <summary>True when a declared edge without a witness is seen in code for the first time.</summary>
    private bool IsShownFirst(int edge, EdgeStrength strength, in EdgeOccurrence occurrence) =>
        !_edges[edge].InCode && (occurrence.Provenance & ~EdgeProvenance.Declared) != 0 && _edges.Witness(edge, strength) is null;

    /// <summary>Adds what the occurrence says to the record; true when a gate that excused the edge no longer does.</summary>
    private bool Merge(int edge, in EdgeOccurrence occurrence)
    {
        ref EdgeRecord record = ref _edges[edge];
        GateSet excuse = _edges.Excuse(edge);
        record.Count++;
        record.ModePairs |= EdgeStrengths.PairBit(occurrence.OuterMode, occurrence.InnerMode);
        if ((occurrence.Provenance & ~EdgeProvenance.Declared) != 0)
        {
            GateSet gates = occurrence.Gates ?? GateSet.Empty;

            // A declaration has no gates to intersect with: the first code that shows the edge brings its own.
            _edges.SetGates(edge, record.InCode ? _edges.Gates(edge).Intersect(gates) : gates);
            int flow = occurrence.Flow < 0 ? DependencyEdge.ManyFlows : occurrence.Flow;
            record.Flow = record.Flow == DependencyEdge.NoFlow || record.Flow == flow ? flow : DependencyEdge.ManyFlows;
        }

        record.Provenance |= occurrence.Provenance;
        return _edges.Excuse(edge).Count < excuse.Count;
    }
}
