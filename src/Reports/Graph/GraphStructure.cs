using QuikGraph;
using QuikGraph.Algorithms;

namespace LockGraph.Reports;

/// <summary>What of a graph hangs together, and in which direction.</summary>
internal sealed class GraphStructure
{
    /// <summary>Takes the graph apart.</summary>
    public GraphStructure(int nodes, IReadOnlyList<(int From, int To)> edges)
    {
        var graph = new AdjacencyGraph<int, SEdge<int>>(allowParallelEdges: false);
        graph.AddVertexRange(Enumerable.Range(0, nodes));
        graph.AddEdgeRange(edges.Where(edge => edge.From != edge.To).Select(edge => new SEdge<int>(edge.From, edge.To)));
        var weak = new Dictionary<int, int>();
        graph.WeaklyConnectedComponents(weak);
        var strong = new Dictionary<int, int>();
        graph.StronglyConnectedComponents(strong);

        // Numbered by their first node: what an algorithm numbers by is its own affair.
        Strong = Renumbered(nodes, strong);
        int[] connected = Renumbered(nodes, weak);
        List<int>[] groups = [.. Enumerable.Range(0, nodes).GroupBy(node => connected[node]).Select(group => group.ToList())];
        Components = [.. groups.Where(group => group.Count > 1).OrderByDescending(group => group.Count).ThenBy(group => group[0])];
        Isolated = [.. groups.Where(group => group.Count == 1).Select(group => group[0])];
        IsOnRing = new bool[nodes];
        foreach (IGrouping<int, int> part in Enumerable.Range(0, nodes).GroupBy(node => Strong[node]).Where(group => group.Count() > 1))
        {
            foreach (int node in part)
            {
                IsOnRing[node] = true;
            }
        }
    }

    /// <summary>Nodes that are connected with others, the largest group first; the nodes of each ascend.</summary>
    public IReadOnlyList<List<int>> Components { get; }

    /// <summary>Nodes without edges.</summary>
    public IReadOnlyList<int> Isolated { get; }

    /// <summary>The strongly connected part of each node.</summary>
    public int[] Strong { get; }

    /// <summary>True for nodes of a strongly connected part with others.</summary>
    public bool[] IsOnRing { get; }

    private static int[] Renumbered(int nodes, Dictionary<int, int> groups)
    {
        var numbers = new Dictionary<int, int>();
        var renumbered = new int[nodes];
        for (int node = 0; node < nodes; node++)
        {
            int group = groups[node];
            if (!numbers.TryGetValue(group, out int number))
            {
                numbers.Add(group, number = numbers.Count);
            }

            renumbered[node] = number;
        }

        return renumbered;
    }
}
