using QuikGraph;
using QuikGraph.Algorithms;

namespace LockGraph.Reports;

/// <summary>What drawings and documents ask of a graph, over nodes that are numbered from zero. Answers depend on the numbers alone.</summary>
internal static class OrderAlgorithms
{
    /// <summary>For each node the smallest node that it hangs together with, whatever the direction.</summary>
    public static int[] Connected(int count, IEnumerable<(int Outer, int Inner)> edges)
    {
        var components = new Dictionary<int, int>();
        Graph(count, edges).WeaklyConnectedComponents(components);
        return SmallestMember(count, components);
    }

    /// <summary>For each node the smallest node of its ring; the node itself when it lies on none.</summary>
    public static int[] Rings(int count, IEnumerable<(int Outer, int Inner)> edges)
    {
        var components = new Dictionary<int, int>();
        Graph(count, edges).StronglyConnectedComponents(components);
        return SmallestMember(count, components);
    }

    /// <summary>The edges that do not follow from others, in order. The graph has no ring.</summary>
    public static IReadOnlyList<(int Outer, int Inner)> Reduced(int count, IEnumerable<(int Outer, int Inner)> edges) =>
        [.. Graph(count, edges).ComputeTransitiveReduction().Edges.Select(edge => (edge.Source, edge.Target)).Order()];

    /// <summary>For each node the length of the longest path that leads to it. The graph has no ring.</summary>
    public static int[] Layers(int count, IEnumerable<(int Outer, int Inner)> edges)
    {
        BidirectionalGraph<int, SEdge<int>> graph = Graph(count, edges);
        int[] layers = new int[count];
        foreach (int node in graph.TopologicalSort())
        {
            foreach (SEdge<int> edge in graph.OutEdges(node))
            {
                layers[edge.Target] = Math.Max(layers[edge.Target], layers[node] + 1);
            }
        }

        return layers;
    }

    /// <summary>Layers with short edges: as <see cref="Layers"/>, but an outermost node stands right above the first node that it leads to.</summary>
    public static int[] ShortLayers(int count, IReadOnlyCollection<(int Outer, int Inner)> edges)
    {
        int[] layers = Layers(count, edges);
        HashSet<int> entered = [.. edges.Select(edge => edge.Inner)];
        foreach (IGrouping<int, int> inside in edges.Where(edge => !entered.Contains(edge.Outer)).GroupBy(edge => edge.Outer, edge => layers[edge.Inner]).ToList())
        {
            layers[inside.Key] = inside.Min() - 1;
        }

        return layers;
    }

    private static BidirectionalGraph<int, SEdge<int>> Graph(int count, IEnumerable<(int Outer, int Inner)> edges)
    {
        var graph = new BidirectionalGraph<int, SEdge<int>>(allowParallelEdges: false);
        graph.AddVertexRange(Enumerable.Range(0, count));
        graph.AddEdgeRange(edges.Where(edge => edge.Outer != edge.Inner).Distinct().Order().Select(edge => new SEdge<int>(edge.Outer, edge.Inner)));
        return graph;
    }

    // Libraries number components as they find them; a member is a number that nobody can find differently.
    private static int[] SmallestMember(int count, Dictionary<int, int> components)
    {
        Dictionary<int, int> smallest = components.GroupBy(pair => pair.Value).ToDictionary(group => group.Key, group => group.Min(pair => pair.Key));
        return [.. Enumerable.Range(0, count).Select(node => smallest[components[node]])];
    }
}
