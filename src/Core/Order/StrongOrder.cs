namespace LockGraph.Core;

/// <summary>The incremental order over states: a node, and whether an overtaking reader was the last to reach it.</summary>
/// <remarks>
/// <para>
/// A node's own vertex stands for "reached by a request that any holder blocks". Its reader vertex, made when first needed, stands for
/// "reached by <see cref="LockMode.ReadRecursive"/> only", and can be left only by holding exclusively. Then a strong cycle is exactly a
/// cycle of vertices; a weak path neither closes a cycle nor hides one, and weak cycles live in the order.
/// </para>
/// <para>
/// From a node's own vertex one can go wherever one can go from its reader vertex. So an edge that leads to the one need not lead
/// to the other, and the strengths that a stronger one covers cost no storage.
/// </para>
/// </remarks>
internal sealed class StrongOrder
{
    private readonly IncrementalOrder _order = new();
    private readonly EdgeTable _edges;

    // Plain locks never make a reader vertex. While there is none, both are null and every vertex is its node's own.
    private Dictionary<int, int>? _readerOf;
    private Dictionary<int, int>? _nodeOf;

    public StrongOrder(EdgeTable edges) => _edges = edges;

    public IncrementalOrder Order => _order;

    /// <summary>A node is known by the number of its own vertex.</summary>
    public int AddNode() => _order.AddVertex();

    /// <summary>Removes the vertices of a node with all that leads to and from them.</summary>
    public void RemoveNode(int node)
    {
        int reader = ReaderOf(node);
        if (reader >= 0)
        {
            _order.RemoveVertex(reader);
            _readerOf!.Remove(node);
            _nodeOf!.Remove(reader);
        }

        _order.RemoveVertex(node);
    }

    public bool IsNode(int node) => _order.Contains(node) && !IsReader(node);

    public int NodeOf(int vertex) => _nodeOf is not null && _nodeOf.TryGetValue(vertex, out int node) ? node : vertex;

    public bool IsReader(int vertex) => _nodeOf is not null && _nodeOf.ContainsKey(vertex);

    /// <summary>The reader vertex of a node, or -1.</summary>
    public int ReaderOf(int node) => _readerOf is not null && _readerOf.TryGetValue(node, out int reader) ? reader : -1;

    /// <summary>Adds a strength of an edge to the order, unless a strong cycle would be closed.</summary>
    /// <param name="outer">Node that is held.</param>
    /// <param name="inner">Node that is requested.</param>
    /// <param name="strength">A strength that the edge does not have in the order yet.</param>
    /// <param name="known">The strengths that it has there.</param>
    /// <returns>False when it closes a cycle; then the order has the same edges as before.</returns>
    public bool TryAdd(int outer, int inner, EdgeStrength strength, byte known)
    {
        if (EdgeStrengths.Contains(known, EdgeStrength.ExclusiveBlocking))
        {
            return true;
        }

        bool recursive = strength.RequestsRecursively();
        bool fromOwn = (known & (recursive ? EdgeStrengths.Recursive : EdgeStrengths.Blocking)) == 0;
        int reader = strength.HoldsExclusively() ? ReaderOf(outer) : -1;
        if (!fromOwn && !strength.HoldsExclusively())
        {
            return true;
        }

        int target = recursive ? RequireReader(inner) : inner;

        // Room for the second edge cannot take away the room for the first: it moves the target up and nothing that leads to it.
        if ((fromOwn && !_order.Arrange(outer, target)) || (reader >= 0 && !_order.Arrange(reader, target)))
        {
            return false;
        }

        if (fromOwn)
        {
            _order.Append(outer, target);
        }

        if (reader >= 0)
        {
            _order.Append(reader, target);
        }

        return true;
    }

    /// <summary>Where a way back from the inner end of a closing edge begins, and which vertices end it; -1 for a vertex that does not exist.</summary>
    public (int Start, int Goal, int ReaderGoal) WayRound(int outer, int inner, EdgeStrength closing) => (
        closing.RequestsRecursively() ? ReaderOf(inner) : inner,
        outer,
        closing.HoldsExclusively() ? ReaderOf(outer) : -1);

    /// <summary>The strength by which an edge leads from one vertex to another.</summary>
    public EdgeStrength StrengthBetween(int source, int target, byte inOrder)
    {
        EdgeStrength exclusive = IsReader(target) ? EdgeStrength.ExclusiveRecursive : EdgeStrength.ExclusiveBlocking;
        EdgeStrength shared = IsReader(target) ? EdgeStrength.SharedRecursive : EdgeStrength.SharedBlocking;
        return IsReader(source) || EdgeStrengths.Contains(inOrder, exclusive) ? exclusive : shared;
    }

    /// <summary>True when some path from a vertex of <paramref name="outer"/> over <paramref name="inner"/> may lie between the two ranks.</summary>
    public bool MayPassBetween(int outer, int inner, int lowest, int highest) =>
        MaxRank(outer) >= lowest && MinRank(inner) <= highest;

    public void CheckInvariants()
    {
        _order.CheckInvariants();
        Invariant.Holds(_readerOf?.Count == _nodeOf?.Count, "a reader vertex belongs to one node");
        for (int vertex = 0; vertex < _order.End; vertex++)
        {
            int owner = NodeOf(vertex);
            Invariant.Holds(!IsReader(vertex) || (_order.Contains(vertex) && IsNode(owner) && ReaderOf(owner) == vertex), "a reader vertex has its node");
            for (int i = 0; i < _order.CountAfter(vertex); i++)
            {
                int target = _order.After(vertex, i);
                int edge = _edges.Find(owner, NodeOf(target));
                Invariant.Holds(edge >= 0, "the order has no edge of its own");
                EdgeStrength needed = StrengthBetween(vertex, target, _edges[edge].InOrder);
                Invariant.Holds(EdgeStrengths.Contains(_edges[edge].InOrder, needed), "a strength allows every step between vertices");
            }
        }

        for (int edge = 0; edge < _edges.End; edge++)
        {
            byte strengths = _edges[edge].InOrder;
            int outer = _edges[edge].Outer;
            int inner = _edges[edge].Inner;
            if (strengths == 0)
            {
                continue;
            }

            bool toOwn = EdgeStrengths.Contains(strengths, EdgeStrength.ExclusiveBlocking);
            bool toOwnShared = toOwn || EdgeStrengths.Contains(strengths, EdgeStrength.SharedBlocking);
            Invariant.Holds(_order.HasEdge(outer, toOwnShared ? inner : ReaderOf(inner)), "every edge is ordered from the node's own vertex");
            if (ReaderOf(outer) >= 0 && (toOwn || EdgeStrengths.Contains(strengths, EdgeStrength.ExclusiveRecursive)))
            {
                Invariant.Holds(
                    _order.HasEdge(ReaderOf(outer), toOwn ? inner : ReaderOf(inner)),
                    "every exclusive edge is ordered from the reader vertex");
            }
        }
    }

    private int MaxRank(int node)
    {
        int reader = ReaderOf(node);
        return reader < 0 ? _order.Rank(node) : Math.Max(_order.Rank(node), _order.Rank(reader));
    }

    private int MinRank(int node)
    {
        int reader = ReaderOf(node);
        return reader < 0 ? _order.Rank(node) : Math.Min(_order.Rank(node), _order.Rank(reader));
    }

    private int RequireReader(int node)
    {
        int reader = ReaderOf(node);
        if (reader >= 0)
        {
            return reader;
        }

        // Nothing leads to the new vertex and it comes before all others, so its edges agree with the order as they are.
        reader = _order.AddFirstVertex();
        (_readerOf ??= []).Add(node, reader);
        (_nodeOf ??= []).Add(reader, node);
        for (int i = 0; i < _order.CountAfter(node); i++)
        {
            int target = _order.After(node, i);
            byte strengths = _edges[_edges.Find(node, NodeOf(target))].InOrder;
            bool blocking = EdgeStrengths.Contains(strengths, EdgeStrength.ExclusiveBlocking);
            if (IsReader(target) ? !blocking && EdgeStrengths.Contains(strengths, EdgeStrength.ExclusiveRecursive) : blocking)
            {
                _order.Append(reader, target);
            }
        }

        return reader;
    }
}
