using LockGraph.Core;

namespace LockGraph;

/// <content>What was learned, as plain data.</content>
public sealed partial class LockOrderValidator
{
    internal int ClassCount
    {
        get
        {
            lock (_gate)
            {
                return _classes.Nodes.Count();
            }
        }
    }

    internal int EdgeCount
    {
        get
        {
            lock (_gate)
            {
                return _graph.EdgeCount;
            }
        }
    }

    /// <summary>Copies what was learned so far. Cost: linear in the graph, under the gate.</summary>
    public OrderSnapshot TakeSnapshot()
    {
        lock (_gate)
        {
            return new OrderSnapshot
            {
                Run = _run,
                Classes = [.. _classes.Nodes.Select(node => new SnapshotClass(node.Class, node.Subclass)).OrderBy(@class => @class.Name, StringComparer.Ordinal)],
                Edges = [.. _graph.Edges.Select(Copy).OrderBy(edge => edge.Outer, StringComparer.Ordinal).ThenBy(edge => edge.Inner, StringComparer.Ordinal)],
                Violations = [.. Violations.OrderBy(violation => violation.Id, StringComparer.Ordinal)],
                OwnFaults = OwnFaults,
            };
        }
    }

    private SnapshotEdge Copy(DependencyEdge edge) => new()
    {
        Outer = _classes[edge.Outer].Name,
        Inner = _classes[edge.Inner].Name,
        Modes = [.. edge.ModePairs],
        Provenance = edge.Provenance,
        Count = edge.Count,
        Gates = [.. edge.Gates.Instances.Select(GateName).OrderBy(name => name, StringComparer.Ordinal)],
        SingleFlow = edge.Flow >= 0,
        ClosesCycle = edge.ClosesCycle,
        Witnesses = [.. Witnesses(edge)],
    };

    private static IEnumerable<EdgeWitness> Witnesses(DependencyEdge edge) =>
        Enum.GetValues(typeof(EdgeStrength)).Cast<EdgeStrength>().Select(edge.WitnessOf).OfType<EdgeWitness>();
}
