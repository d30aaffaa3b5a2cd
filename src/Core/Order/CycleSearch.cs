namespace LockGraph.Core;

/// <summary>Finds the shortest way round through the order that no gate excuses.</summary>
/// <remarks>
/// <para>
/// Breadth first, over pairs of a vertex and the gates that are common to the closing edge and the path so far. A pair is dropped when
/// its vertex was reached before with no gate that the pair lacks: whatever continues the one continues the other. Without gates
/// to shed, that is the plain search for the shortest path.
/// </para>
/// <para>
/// The order is acyclic, so a path meets a vertex once. It may meet a node twice, first its own vertex, then its reader vertex. The
/// shortest path never does, for the first vertex leads wherever the second does; but a detour can shed gates. Such a detour is no
/// cycle of locks: it is cut off, and a pair is dropped only for one whose path blocks no more detours than its own.
/// </para>
/// <para>
/// Ties: neighbors are followed by ascending node, a node's own vertex before its reader vertex, hence the path whose nodes come first.
/// Only vertices ranked between the two ends are visited. Pairs can be exponential in the number of gates of the closing edge; past
/// <see cref="MostPairs"/> the search gives up as if there were no way, and what was called guarded stays so.
/// </para>
/// </remarks>
internal sealed class CycleSearch
{
    /// <summary>Some 100 MB and a second of work at the most, for a graph that nobody has seen yet.</summary>
    internal const int MostPairs = 1 << 20;

    private readonly StrongOrder _order;
    private readonly EdgeTable _edges;
    private readonly Dictionary<int, int> _newestPairAt = [];
    private readonly List<Pair> _pairs = [];
    private readonly List<int> _neighbors = [];
    private readonly IComparer<int> _byNode;

    public CycleSearch(StrongOrder order, EdgeTable edges)
    {
        _order = order;
        _edges = edges;
        _byNode = Comparer<int>.Create((left, right) =>
        {
            int byNode = order.NodeOf(left).CompareTo(order.NodeOf(right));
            return byNode != 0 ? byNode : order.IsReader(left).CompareTo(order.IsReader(right));
        });
    }

    /// <summary>Finds the way from the inner end of a closing edge to its outer end.</summary>
    /// <param name="outer">Outer node of the closing edge.</param>
    /// <param name="inner">Inner node of the closing edge.</param>
    /// <param name="closing">The strength with which it closes.</param>
    /// <param name="gates">The gates to shed on the way; empty for the shortest way whatever its gates.</param>
    /// <returns>The vertices, both ends included; <see langword="null"/> when there is no such way.</returns>
    public int[]? FindWayRound(int outer, int inner, EdgeStrength closing, GateSet gates)
    {
        (int start, int goal, int readerGoal) = _order.WayRound(outer, inner, closing);
        if (start < 0)
        {
            return null;
        }

        IncrementalOrder ranks = _order.Order;
        int highest = readerGoal < 0 ? ranks.Rank(goal) : Math.Max(ranks.Rank(goal), ranks.Rank(readerGoal));
        _pairs.Clear();
        _newestPairAt.Clear();
        TryReach(start, gates, -1);
        for (int next = 0; next < _pairs.Count && _pairs.Count < MostPairs; next++)
        {
            Pair pair = _pairs[next];
            foreach (int vertex in NeighborsByNode(pair.Vertex, highest))
            {
                GateSet rest = pair.Gates.IsEmpty ? GateSet.Empty : pair.Gates.Intersect(Excuse(pair.Vertex, vertex));
                if (TryReach(vertex, rest, next) && rest.IsEmpty && (vertex == goal || vertex == readerGoal))
                {
                    return PathTo(_pairs.Count - 1);
                }
            }
        }

        return null;
    }

    private GateSet Excuse(int source, int target) => _edges.Excuse(_edges.Find(_order.NodeOf(source), _order.NodeOf(target)));

    private List<int> NeighborsByNode(int vertex, int highest)
    {
        IncrementalOrder order = _order.Order;
        _neighbors.Clear();
        for (int i = 0; i < order.CountAfter(vertex); i++)
        {
            int neighbor = order.After(vertex, i);
            if (order.Rank(neighbor) <= highest)
            {
                _neighbors.Add(neighbor);
            }
        }

        _neighbors.Sort(_byNode);
        return _neighbors;
    }

    private bool TryReach(int vertex, GateSet gates, int previous)
    {
        if (!_newestPairAt.TryGetValue(vertex, out int older))
        {
            older = -1;
        }

        // Gates are shed, never gained, so a search that begins without any is the plain one.
        bool isPlain = _pairs.Count == 0 || _pairs[0].Gates.IsEmpty;
        if (!isPlain && _order.IsReader(vertex) && IsOnPath(previous, _order.NodeOf(vertex)))
        {
            return false;
        }

        for (int at = older; at >= 0; at = _pairs[at].OlderAtVertex)
        {
            if (_pairs[at].Gates.IsSubsetOf(gates) && (isPlain || BlocksNoMore(_pairs[at].Previous, previous)))
            {
                return false;
            }
        }

        _newestPairAt[vertex] = _pairs.Count;
        _pairs.Add(new Pair(vertex, gates, previous, older));
        return true;
    }

    private bool IsOnPath(int pair, int vertex)
    {
        int at = pair;
        while (at >= 0 && _pairs[at].Vertex != vertex)
        {
            at = _pairs[at].Previous;
        }

        return at >= 0;
    }

    /// <summary>True when every node whose reader vertex one path can no longer enter is closed to the other path, too.</summary>
    private bool BlocksNoMore(int pair, int other)
    {
        for (int at = pair; at >= 0; at = _pairs[at].Previous)
        {
            int vertex = _pairs[at].Vertex;
            if (!_order.IsReader(vertex) && _order.ReaderOf(vertex) >= 0 && !IsOnPath(other, vertex))
            {
                return false;
            }
        }

        return true;
    }

    private int[] PathTo(int pair)
    {
        var path = new List<int>();
        for (int at = pair; at >= 0; at = _pairs[at].Previous)
        {
            path.Add(_pairs[at].Vertex);
        }

        path.Reverse();
        return [.. path];
    }

    private readonly record struct Pair(int Vertex, GateSet Gates, int Previous, int OlderAtVertex);
}
