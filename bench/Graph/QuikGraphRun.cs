using QuikGraph;

namespace LockGraph.Bench.Graph;

/// <summary>What one does without an incremental order: search for a way back before each insertion.</summary>
internal static class QuikGraphRun
{
    public static object Grow(Workload workload)
    {
        var graph = new AdjacencyGraph<int, SEdge<int>>(allowParallelEdges: false);
        graph.AddVertexRange(Enumerable.Range(0, workload.Nodes));
        var pending = new Stack<int>();
        var reached = new HashSet<int>();
        foreach ((int outer, int inner) in workload.Edges)
        {
            pending.Push(inner);
            reached.Clear();
            while (pending.TryPop(out int vertex))
            {
                if (vertex == outer)
                {
                    throw new InvalidOperationException("A random DAG has no cycle.");
                }

                if (reached.Add(vertex))
                {
                    foreach (SEdge<int> edge in graph.OutEdges(vertex))
                    {
                        pending.Push(edge.Target);
                    }
                }
            }

            graph.AddEdge(new SEdge<int>(outer, inner));
        }

        return graph;
    }
}
