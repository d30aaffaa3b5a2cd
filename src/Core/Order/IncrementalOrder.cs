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
    private readonly NeighborLists _after = new();
    private readonly NeighborLists _before = new();
    private readonly Stack<int> _free = new();

    private int[] _rank = new int[16];

    // The search that reached the vertex last; saves clearing marks after each search.
    private int[] _reachedBy = new int[16];
    private int _search;
    private int _vertices;
    private int _highestRank;
    private int _lowestRank = 1;

    // Vertices of one search with their ranks in the upper half: sorting the numbers sorts the vertices by rank.
    private long[] _behind = new long[64];
    private int _behindCount;
    private long[] _ahead = new long[64];
    private int _aheadCount;

    public int EdgeCount { get; private set; }

    public int Rank(int vertex) => _rank[vertex];

    public int CountAfter(int vertex) => _after.Count(vertex);

    public int After(int vertex, int position) => _after.At(vertex, position);

    public int CountBefore(int vertex) => _before.Count(vertex);

    public int Before(int vertex, int position) => _before.At(vertex, position);

    /// <summary>Adds a vertex somewhere in the order.</summary>
    public int AddVertex()
    {
        // A vertex that was removed has no edges: its old rank is as good as any, and ranks do not run out.
        return _free.Count > 0 ? _free.Pop() : NewVertex(++_highestRank);
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

        int vertex = _free.Pop();
        _rank[vertex] = rank;
        return vertex;
    }

    /// <summary>Removes a vertex and its edges. Its number is given out again.</summary>
    public void RemoveVertex(int vertex)
    {
        for (int i = 0; i < _after.Count(vertex); i++)
        {
            _before.Remove(_after.At(vertex, i), vertex);
        }

        for (int i = 0; i < _before.Count(vertex); i++)
        {
            _after.Remove(_before.At(vertex, i), vertex);
        }

        EdgeCount -= _after.Count(vertex) + _before.Count(vertex);
        _after.Clear(vertex);
        _before.Clear(vertex);
        _free.Push(vertex);
    }

    /// <summary>Re-ranks so that an edge from <paramref name="source"/> to <paramref name="target"/> would agree with the order.</summary>
    /// <returns>False when there is a path from <paramref name="target"/> to <paramref name="source"/>; then no rank has changed.</returns>
    public bool Arrange(int source, int target)
    {
        int upper = _rank[source];
        int lower = _rank[target];
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
        _after.Add(source, target);
        _before.Add(target, source);
        EdgeCount++;
    }

    public bool HasEdge(int source, int target)
    {
        for (int i = 0; i < _after.Count(source); i++)
        {
            if (_after.At(source, i) == target)
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
        for (int vertex = 0; vertex < _vertices; vertex++)
        {
            Invariant.Holds(ranks.Add(_rank[vertex]), "no two vertices share a rank");
            Invariant.Holds(_rank[vertex] >= _lowestRank && _rank[vertex] <= _highestRank, "ranks stay within bounds");
            var targets = new HashSet<int>();
            for (int i = 0; i < _after.Count(vertex); i++)
            {
                int target = _after.At(vertex, i);
                Invariant.Holds(targets.Add(target), "no edge is stored twice");
                Invariant.Holds(_rank[vertex] < _rank[target], "every edge leads to a higher rank");
                Invariant.Holds(Enumerable.Range(0, _before.Count(target)).Any(at => _before.At(target, at) == vertex), "edges are known at both ends");
            }

            edges += targets.Count;
        }

        Invariant.Holds(edges == EdgeCount, "the edges are counted");
        Invariant.Holds(Enumerable.Range(0, _vertices).Sum(_before.Count) == EdgeCount, "no edge is known at its target only");
        Invariant.Holds(_free.All(vertex => _after.Count(vertex) + _before.Count(vertex) == 0), "removed vertices have no edges");
    }

    /// <summary>Gives the vertices the ranks 1, 2, 3 …, in the order they have.</summary>
    internal void CloseRanks()
    {
        int[] vertices = Enumerable.Range(0, _vertices).ToArray();
        Array.Sort((int[])_rank.Clone(), vertices, 0, _vertices);
        for (int i = 0; i < vertices.Length; i++)
        {
            _rank[vertices[i]] = i + 1;
        }

        _lowestRank = 1;
        _highestRank = _vertices;
    }

    private int NewVertex(int rank)
    {
        int vertex = _vertices++;
        if (vertex == _rank.Length)
        {
            Array.Resize(ref _rank, vertex * 2);
            Array.Resize(ref _reachedBy, vertex * 2);
        }

        _after.EnsureVertex(vertex);
        _before.EnsureVertex(vertex);
        _rank[vertex] = rank;
        return vertex;
    }

    private int NextSearch()
    {
        if (_search == int.MaxValue)
        {
            Array.Clear(_reachedBy, 0, _reachedBy.Length);
            _search = 0;
        }

        return ++_search;
    }

    /// <summary>Collects what can be reached from <paramref name="start"/> below rank <paramref name="upper"/>; false when that rank itself is reached.</summary>
    private bool CollectAhead(int start, int upper)
    {
        int search = NextSearch();
        int[] ranks = _rank;
        int[] reachedBy = _reachedBy;
        int[] pool = _after.Pool;
        NeighborLists.Block[] blocks = _after.Blocks;
        long[] found = _ahead;
        int count = 0;
        found[count++] = Entry(ranks[start], start);
        reachedBy[start] = search;
        for (int next = 0; next < count; next++)
        {
            NeighborLists.Block block = blocks[(int)found[next]];
            if (count + block.Count > found.Length)
            {
                Array.Resize(ref found, Math.Max(count + block.Count, found.Length * 2));
                _ahead = found;
            }

            for (int at = block.Start, end = block.Start + block.Count; at < end; at++)
            {
                int vertex = pool[at];
                int rank = ranks[vertex];
                if (rank >= upper)
                {
                    if (rank == upper)
                    {
                        return false;
                    }
                }
                else if (reachedBy[vertex] != search)
                {
                    reachedBy[vertex] = search;
                    found[count++] = Entry(rank, vertex);
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
        int[] ranks = _rank;
        int[] reachedBy = _reachedBy;
        int[] pool = _before.Pool;
        NeighborLists.Block[] blocks = _before.Blocks;
        long[] found = _behind;
        int count = 0;
        found[count++] = Entry(ranks[start], start);
        reachedBy[start] = search;
        for (int next = 0; next < count; next++)
        {
            NeighborLists.Block block = blocks[(int)found[next]];
            if (count + block.Count > found.Length)
            {
                Array.Resize(ref found, Math.Max(count + block.Count, found.Length * 2));
                _behind = found;
            }

            for (int at = block.Start, end = block.Start + block.Count; at < end; at++)
            {
                int vertex = pool[at];
                int rank = ranks[vertex];
                if (rank > lower && reachedBy[vertex] != search)
                {
                    reachedBy[vertex] = search;
                    found[count++] = Entry(rank, vertex);
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
            _rank[(int)receiver] = rank;
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
}
