using LockGraph.Core;

namespace LockGraph;

/// <summary>The milder rule for classes nobody named: instances may nest, as long as they are not seen in both orders.</summary>
/// <remarks>Not thread-safe: called under the validator's gate. Instances leave the graph when they are freed.</remarks>
internal sealed class InstanceOrder
{
    private readonly LockOrderGraph _graph = new();
    private readonly Dictionary<long, int> _nodes = [];

    /// <summary>Records that one instance was taken while another of its class was held; gives the first witness of the way back, if there is one.</summary>
    public EdgeWitness? Observe(HeldLock outer, Acquisition wanted, int flow, Func<EdgeWitness> witness)
    {
        var occurrence = new EdgeOccurrence
        {
            Outer = NodeOf(outer.Acquisition.Instance),
            OuterMode = outer.Acquisition.Mode,
            Inner = NodeOf(wanted.Instance),
            InnerMode = wanted.Mode,
            Flow = flow,
            Provenance = EdgeProvenance.Observed,
        };
        EdgeObservation observation = _graph.Observe(occurrence, witness);
        return observation.Cycles.Count == 0 ? null : observation.Cycles[0].Steps[observation.Cycles[0].Steps.Count - 1].Witness;
    }

    public void Forget(long instance)
    {
        if (_nodes.TryGetValue(instance, out int node))
        {
            _graph.RemoveNode(node);
            _nodes.Remove(instance);
        }
    }

    private int NodeOf(long instance)
    {
        if (!_nodes.TryGetValue(instance, out int node))
        {
            _nodes.Add(instance, node = _graph.AddNode());
        }

        return node;
    }
}
