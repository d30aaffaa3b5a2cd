namespace LockGraph.Bench.Graph;

/// <summary>Distinct edges of a random acyclic graph, in random order.</summary>
internal sealed record Workload(int Nodes, (int Outer, int Inner)[] Edges)
{
    /// <summary>Draws edges that agree with a hidden random order of the nodes, so that no cycle can arise.</summary>
    public static Workload RandomDag(int nodes, int edges, int seed)
    {
        var random = new Random(seed);
        int[] place = Enumerable.Range(0, nodes).ToArray();
        random.Shuffle(place);
        var seen = new HashSet<(int, int)>();
        var drawn = new (int, int)[edges];
        for (int next = 0; next < edges;)
        {
            int a = random.Next(nodes);
            int b = random.Next(nodes);
            (int, int) edge = place[a] < place[b] ? (a, b) : (b, a);
            if (a != b && seen.Add(edge))
            {
                drawn[next++] = edge;
            }
        }

        return new Workload(nodes, drawn);
    }
}
