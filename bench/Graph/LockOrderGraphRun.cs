using LockGraph.Core;

namespace LockGraph.Bench.Graph;

internal static class LockOrderGraphRun
{
    public static object Grow(Workload workload)
    {
        var graph = new LockOrderGraph();
        for (int node = 0; node < workload.Nodes; node++)
        {
            // In an empty graph ids count up, so a node of the workload is a node of the graph.
            if (graph.AddNode() != node)
            {
                throw new InvalidOperationException("Ids of an empty graph count up.");
            }
        }

        foreach ((int outer, int inner) in workload.Edges)
        {
            EdgeObservation seen = graph.Observe(new EdgeOccurrence { Outer = outer, Inner = inner, Provenance = EdgeProvenance.Observed });
            if (!seen.IsNew || seen.Cycles.Count != 0)
            {
                throw new InvalidOperationException("A random DAG has distinct edges and no cycle.");
            }
        }

        return graph;
    }
}
