namespace LockGraph.Core;

/// <summary>A directed acyclic graph that keeps its vertices in a topological order while edges are added. Knows nothing of locks.</summary>
/// <remarks>
/// <para>
/// Each vertex has a rank, and every edge leads to a higher one. An edge that agrees with the ranks costs nothing but its storage. For one
/// that does not, only vertices whose rank lies between those of its two ends can be wrong: those behind its target and those before its
/// source change places within the ranks they already have. D. J. Pearce, P. H. J. Kelly: "A dynamic topological sort algorithm for
/// directed acyclic graphs", ACM Journal of Experimental Algorithmics 11 (2006).
/// </para>
/// <para>
/// With d vertices and edges reached between the two ends: adding an edge O(d log d), a vertex O(1), removing a vertex O(its edges and
/// the lists they lie in). Removing never makes a rank wrong. Not thread-safe. Depends on nothing but the sequence of calls.
/// </para>
/// </remarks>
internal sealed class IncrementalOrder
{
    private const int Removed = -1;

    private readonly NeighborPool _pool = new();
    private readonly Stack<int> _free = new();

    // All of a vertex in half a cache line: a new edge touches little else than its two ends.
    private Vertex[] _vertices = new Vertex[16];
    private int _count;
    private int _search;
    private int _highestRank;
    private int _lowestRank = 1;

    // Vertices of one search with their ranks in the upper half: sorting the numbers sorts the vertices by rank.
    private long[] _behind = new long[64];
    private int _behindCount;
    private long[] _ahead = new long[64];
    private int _aheadCount;

    public int EdgeCount { get; private set; }

    /// <summary>Vertices are numbered from 0 to this; some may be removed.</summary>
    public int End => _count;

    public bool Contains(int vertex) => (uint)vertex < (uint)_count && _vertices[vertex].ReachedBy != Removed;

    public int Rank(int vertex) => _vertices[vertex].Rank;

    public int CountAfter(int vertex) => _vertices[vertex].After.Count;

    public int After(int vertex, int position) => _pool.Items[_vertices[vertex].After.Start + position];

    public int CountBefore(int vertex) => _vertices[vertex].Before.Count;

    public int Before(int vertex, int position) => _pool.Items[_vertices[vertex].Before.Start + position];

    /// <summary>Adds a vertex somewhere in the order.</summary>
    public int AddVertex()
    {
        // A vertex that was removed has no edges: its old rank is as good as any, and ranks do not run out.
        return _free.Count > 0 ? OldVertex() : NewVertex(++_highestRank);
    }

    /// <summary>Adds a vertex before all others, so that edges from it cost no search.</summary>
    public int AddFirstVertex()
    {
        if (_lowestRank == int.MinValue + 1)
        {
            CloseRanks();
        }

        int rank = --_lowestRank;
        if (_free.Count == 0)
        {
            return NewVertex(rank);
        }

        int vertex = OldVertex();
        _vertices[vertex].Rank = rank;
        return vertex;
    }

    /// <summary>Removes a vertex and its edges. Its number is given out again.</summary>
    public void RemoveVertex(int vertex)
    {
        ref Vertex removed = ref _vertices[vertex];
        for (int i = 0; i < removed.After.Count; i++)
        {
            _pool.Remove(ref _vertices[After(vertex, i)].Before, vertex);
        }

        for (int i = 0; i < removed.Before.Count; i++)
        {
            _pool.Remove(ref _vertices[Before(vertex, i)].After, vertex);
        }

        EdgeCount -= removed.After.Count + removed.Before.Count;
        _pool.Clear(ref removed.After);
        _pool.Clear(ref removed.Before);
        removed.ReachedBy = Removed;
        _free.Push(vertex);
    }

    /// <summary>Re-ranks so that an edge from <paramref name="source"/> to <paramref name="target"/> would agree with the order.</summary>
    /// <returns>False when there is a path from <paramref name="target"/> to <paramref name="source"/>; then no rank has changed.</returns>
    public bool Arrange(int source, int target)
    {
        int upper = _vertices[source].Rank;
        int lower = _vertices[target].Rank;
        if (lower > upper)
        {
            return true;
        }

        if (source == target || !CollectAhead(target, upper))
        {
            return false;
        }

        CollectBehind(source, lower);
        Reorder();
        return true;
    }

    /// <summary>Adds an edge that is not there yet and for which <see cref="Arrange"/> has just made room.</summary>
    public void Append(int source, int target)
    {
        _pool.Add(ref _vertices[source].After, target);
        _pool.Add(ref _vertices[target].Before, source);
        EdgeCount++;
    }

    public bool HasEdge(int source, int target)
    {
        for (int i = 0; i < CountAfter(source); i++)
        {
            if (After(source, i) == target)
            {
                return true;
            }
        }

        return false;
    }

    public void CheckInvariants()
    {
        var ranks = new HashSet<int>();
        int edges = 0;
        for (int vertex = 0; vertex < _count; vertex++)
        {
            int rank = Rank(vertex);
            Invariant.Holds(ranks.Add(rank), "no two vertices share a rank");
            Invariant.Holds(rank >= _lowestRank && rank <= _highestRank, "ranks stay within bounds");
            var targets = new HashSet<int>();
            for (int i = 0; i < CountAfter(vertex); i++)
            {
                int target = After(vertex, i);
                Invariant.Holds(targets.Add(target), "no edge is stored twice");
                Invariant.Holds(rank < Rank(target), "every edge leads to a higher rank");
                Invariant.Holds(Enumerable.Range(0, CountBefore(target)).Any(at => Before(target, at) == vertex), "edges are known at both ends");
            }

            edges += targets.Count;
        }

        Invariant.Holds(edges == EdgeCount, "the edges are counted");
        Invariant.Holds(Enumerable.Range(0, _count).Sum(CountBefore) == EdgeCount, "no edge is known at its target only");
        Invariant.Holds(_free.All(vertex => !Contains(vertex) && CountAfter(vertex) + CountBefore(vertex) == 0), "removed vertices have no edges");
    }

    /// <summary>Gives the vertices the ranks 1, 2, 3 …, in the order they have.</summary>
    internal void CloseRanks()
    {
        int next = 0;
        foreach (int vertex in Enumerable.Range(0, _count).OrderBy(Rank).ToArray())
        {
            _vertices[vertex].Rank = ++next;
        }

        _lowestRank = 1;
        _highestRank = _count;
    }

    private int NewVertex(int rank)
    {
        if (_count == _vertices.Length)
        {
            Array.Resize(ref _vertices, _count * 2);
        }

        _vertices[_count].Rank = rank;
        return _count++;
    }

    private int OldVertex()
    {
        int vertex = _free.Pop();
        _vertices[vertex].ReachedBy = 0;
        return vertex;
    }

    private int NextSearch()
    {
        if (_search == int.MaxValue)
        {
            for (int vertex = 0; vertex < _count; vertex++)
            {
                _vertices[vertex].ReachedBy = Math.Min(_vertices[vertex].ReachedBy, 0);
            }

            _search = 0;
        }

        return ++_search;
    }

    /// <summary>Collects what can be reached from <paramref name="start"/> below rank <paramref name="upper"/>; false when that rank itself is reached.</summary>
    private bool CollectAhead(int start, int upper)
    {
        int search = NextSearch();
        int[] items = _pool.Items;
        Vertex[] vertices = _vertices;
        long[] found = _ahead;
        int count = 0;
        found[count++] = Entry(vertices[start].Rank, start);
        vertices[start].ReachedBy = search;
        for (int next = 0; next < count; next++)
        {
            NeighborList neighbors = vertices[(int)found[next]].After;
            if (count + neighbors.Count > found.Length)
            {
                Array.Resize(ref found, Math.Max(count + neighbors.Count, found.Length * 2));
                _ahead = found;
            }

            for (int at = neighbors.Start, end = neighbors.Start + neighbors.Count; at < end; at++)
            {
                int neighbor = items[at];
                ref Vertex vertex = ref vertices[neighbor];
                int rank = vertex.Rank;
                if (rank >= upper)
                {
                    if (rank == upper)
                    {
                        return false;
                    }
                }
                else if (vertex.ReachedBy != search)
                {
                    vertex.ReachedBy = search;
                    found[count++] = Entry(rank, neighbor);
                }
            }
        }

        _aheadCount = count;
        return true;
    }

    /// <summary>Collects what reaches <paramref name="start"/> from above rank <paramref name="lower"/>.</summary>
    private void CollectBehind(int start, int lower)
    {
        int search = NextSearch();
        int[] items = _pool.Items;
        Vertex[] vertices = _vertices;
        long[] found = _behind;
        int count = 0;
        found[count++] = Entry(vertices[start].Rank, start);
        vertices[start].ReachedBy = search;
        for (int next = 0; next < count; next++)
        {
            NeighborList neighbors = vertices[(int)found[next]].Before;
            if (count + neighbors.Count > found.Length)
            {
                Array.Resize(ref found, Math.Max(count + neighbors.Count, found.Length * 2));
                _behind = found;
            }

            for (int at = neighbors.Start, end = neighbors.Start + neighbors.Count; at < end; at++)
            {
                int neighbor = items[at];
                ref Vertex vertex = ref vertices[neighbor];
                int rank = vertex.Rank;
                if (rank > lower && vertex.ReachedBy != search)
                {
                    vertex.ReachedBy = search;
                    found[count++] = Entry(rank, neighbor);
                }
            }
        }

        _behindCount = count;
    }

    /// <summary>Deals the ranks of both groups out again: first to those behind, then to those ahead, each group in the order it had.</summary>
    private void Reorder()
    {
        Sort(_behind, _behindCount);
        Sort(_ahead, _aheadCount);
        int behind = 0;
        int ahead = 0;
        for (int dealt = 0; dealt < _behindCount + _aheadCount; dealt++)
        {
            bool fromBehind = ahead == _aheadCount || (behind < _behindCount && _behind[behind] < _ahead[ahead]);
            int rank = (int)((fromBehind ? _behind[behind++] : _ahead[ahead++]) >> 32);
            long receiver = dealt < _behindCount ? _behind[dealt] : _ahead[dealt - _behindCount];
            _vertices[(int)receiver].Rank = rank;
        }
    }

    private static long Entry(int rank, int vertex) => ((long)rank << 32) | (uint)vertex;

    private static void Sort(long[] entries, int count)
    {
        // Most groups are tiny, and a call into the library sort costs more than they do.
        if (count > 24)
        {
            Array.Sort(entries, 0, count);
            return;
        }

        for (int i = 1; i < count; i++)
        {
            long entry = entries[i];
            int at = i;
            for (; at > 0 && entries[at - 1] > entry; at--)
            {
                entries[at] = entries[at - 1];
            }

            entries[at] = entry;
        }
    }

    private struct Vertex
    {
        public int Rank;

        /// <summary>The search that reached the vertex last, which saves clearing marks after each search; or <see cref="Removed"/>.</summary>
        public int ReachedBy;
        public NeighborList After;
        public NeighborList Before;
    }
}
