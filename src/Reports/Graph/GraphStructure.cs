namespace LockGraph.Reports;

/// <summary>What of a graph hangs together, and in which direction.</summary>
internal sealed class GraphStructure
{
    /// <summary>Takes the graph apart.</summary>
    public GraphStructure(int nodes, IReadOnlyList<(int From, int To)> edges)
    {
        int[] rings = OrderAlgorithms.Rings(nodes, edges);

        // Numbers without holes: in the order of their first nodes, which ascend.
        int[] firsts = [.. rings.Distinct()];
        Strong = [.. rings.Select(first => Array.BinarySearch(firsts, first))];
        int[] connected = OrderAlgorithms.Connected(nodes, edges);
        List<int>[] groups = [.. Enumerable.Range(0, nodes).GroupBy(node => connected[node]).Select(group => group.ToList())];
        Components = [.. groups.Where(group => group.Count > 1).OrderByDescending(group => group.Count).ThenBy(group => group[0])];
        Isolated = [.. groups.Where(group => group.Count == 1).Select(group => group[0])];
    }

    /// <summary>Nodes that are connected with others, the largest group first; the nodes of each ascend.</summary>
    public IReadOnlyList<List<int>> Components { get; }

    /// <summary>Nodes without edges.</summary>
    public IReadOnlyList<int> Isolated { get; }

    /// <summary>The number of the strongly connected part of each node.</summary>
    public int[] Strong { get; }
}
