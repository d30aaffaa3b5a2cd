using CsCheck;
using QuikGraph;
using QuikGraph.Algorithms;

namespace LockGraph.Core.Tests.Order;

/// <summary>Random operations against oracles that share no idea with the graph. A failure prints the shortest sequence found.</summary>
public class LockOrderGraphModelTests
{
    [Fact]
    public void AnySequenceOfOperations_AnswersAsBruteForceDoes() =>
        GraphStep.Any.Array[0, 100].Sample(steps => PlayAgainstBruteForce(steps, mostNodes: 6), iter: 1_400, print: Print);

    [Fact]
    public void AnySequenceOfOperations_KeepsApartExactlyWhatWouldJoinAComponent() =>
        GraphStep.Any.Array[0, 160].Sample(steps => PlayAgainstComponents(steps, mostNodes: 24), iter: 800, print: Print);

    private static string Print(GraphStep[] steps) => string.Join(Environment.NewLine, steps.Select(step => step.ToString()));

    private static void PlayAgainstBruteForce(GraphStep[] steps, int mostNodes)
    {
        var graph = new LockOrderGraph();
        var naive = new NaiveGraph();
        foreach (GraphStep step in steps)
        {
            if (!Play(step, graph, naive.Nodes, mostNodes, naive.RemoveNode, out EdgeOccurrence occurrence))
            {
                CompareEdges(graph, naive);
                continue;
            }

            EdgeObservation seen = graph.Observe(occurrence);
            (bool isNew, bool gatesShrank, List<string> cycles) = naive.Observe(occurrence);
            Assert.Equal(isNew, seen.IsNew);
            Assert.Equal(gatesShrank, seen.GatesShrank);
            Assert.Equal(cycles, seen.Cycles.Select(cycle => NaiveGraph.Print(NodesOf(cycle), cycle.Steps[0].Strength, cycle.IsGuarded)));
            Assert.All(seen.Cycles, AssertStrong);
            CompareEdges(graph, naive);
        }
    }

    private static void PlayAgainstComponents(GraphStep[] steps, int mostNodes)
    {
        var graph = new LockOrderGraph();
        var nodes = new SortedSet<int>();
        var ordered = new HashSet<(int Outer, int Inner, EdgeStrength Strength)>();
        var apart = new HashSet<(int Outer, int Inner, EdgeStrength Strength)>();
        foreach (GraphStep step in steps)
        {
            if (Play(step, graph, nodes, mostNodes, Remove, out EdgeOccurrence occurrence))
            {
                EdgeObservation seen = graph.Observe(occurrence);
                (int, int, EdgeStrength Strength) added = (occurrence.Outer, occurrence.Inner, EdgeStrengths.Of(occurrence.OuterMode, occurrence.InnerMode));
                if (!ordered.Contains(added) && !apart.Contains(added))
                {
                    (JoinsComponent(ordered, added) ? apart : ordered).Add(added);
                }

                Assert.All(seen.Cycles, AssertStrong);
                Assert.All(seen.Cycles, cycle => Assert.Contains((cycle.Steps[0].Outer, cycle.Steps[0].Inner, cycle.Steps[0].Strength), apart));
                Assert.All(seen.Cycles, cycle => Assert.All(cycle.Steps.Skip(1), way => Assert.Contains((way.Outer, way.Inner, way.Strength), ordered)));
            }

            graph.CheckInvariants();
            Assert.Equal(
                apart.Select(edge => (edge.Outer, edge.Inner)).Distinct().Order(),
                graph.Edges.Where(edge => edge.ClosesCycle).Select(edge => (edge.Outer, edge.Inner)).Order());
        }

        void Remove(int node)
        {
            nodes.Remove(node);
            ordered.RemoveWhere(edge => edge.Outer == node || edge.Inner == node);
            apart.RemoveWhere(edge => edge.Outer == node || edge.Inner == node);

            // Which of several edges that exclude each other returns is the graph's choice; that none stays out for nothing is not.
            foreach ((int Outer, int Inner, EdgeStrength Strength) edge in apart.ToList())
            {
                Assert.True(graph.TryGetEdge(edge.Outer, edge.Inner, out DependencyEdge now));
                if (!now.ClosesCycle || graph.IsInOrder(edge.Outer, edge.Inner, edge.Strength))
                {
                    apart.Remove(edge);
                    ordered.Add(edge);
                }
            }

            Assert.False(HasComponent(ordered), "the order has a strong cycle");
            Assert.All(apart, edge => Assert.True(JoinsComponent(ordered, edge), "an edge is kept apart for nothing"));
        }
    }

    /// <summary>Plays a step on the nodes; true when it is an observation that is left to the caller.</summary>
    private static bool Play(GraphStep step, LockOrderGraph graph, SortedSet<int> nodes, int mostNodes, Action<int> onRemove, out EdgeOccurrence occurrence)
    {
        occurrence = default;
        if (nodes.Count < 2 || (step.Kind == GraphStepKind.AddNode && nodes.Count < mostNodes))
        {
            Assert.True(nodes.Add(graph.AddNode()), "a node in use was given out again");
            return false;
        }

        int outer = nodes.ElementAt(step.Outer % nodes.Count);
        if (step.Kind != GraphStepKind.Observe)
        {
            graph.RemoveNode(outer);
            onRemove(outer);
            return false;
        }

        int[] others = [.. nodes.Where(node => node != outer)];
        occurrence = new EdgeOccurrence
        {
            Outer = outer,
            OuterMode = step.OuterMode,
            Inner = others[step.Inner % others.Length],
            InnerMode = step.InnerMode,
            Gates = step.GateSet,
            Flow = step.Flow,
            Provenance = step.Provenance,
        };
        return true;
    }

    private static void CompareEdges(LockOrderGraph graph, NaiveGraph naive)
    {
        graph.CheckInvariants();
        Assert.Equal(naive.Nodes.Count, graph.NodeCount);
        Assert.Equal(naive.Edges.Count, graph.EdgeCount);
        Assert.Equal(naive.Edges.Select(edge => (edge.Outer, edge.Inner)), graph.Edges.Select(edge => (edge.Outer, edge.Inner)));
        foreach (NaiveEdge expected in naive.Edges)
        {
            Assert.True(graph.TryGetEdge(expected.Outer, expected.Inner, out DependencyEdge edge));
            Assert.Equal(expected.Count, edge.Count);
            Assert.Equal(expected.Provenance, edge.Provenance);
            Assert.Equal(expected.ModePairs.Order(), edge.ModePairs);
            Assert.Equal((expected.Gates ?? []).Order(), edge.Gates.Instances);
            Assert.Equal(expected.Apart.Any(), edge.ClosesCycle);
            Assert.Equal(
                expected.Flows.Count == 0 ? DependencyEdge.NoFlow : expected.Flows.Count == 1 ? expected.Flows.Single() : DependencyEdge.ManyFlows,
                edge.Flow);
        }
    }

    private static IEnumerable<int> NodesOf(LockOrderCycle cycle) => cycle.Steps.Select(step => step.Outer).Append(cycle.Steps[0].Outer);

    /// <summary>Checks the definition: closed, simple, and no overtaking reader meets a shared holder.</summary>
    private static void AssertStrong(LockOrderCycle cycle)
    {
        Assert.Equal(cycle.Steps.Count, cycle.Steps.Select(step => step.Outer).Distinct().Count());
        for (int i = 0; i < cycle.Steps.Count; i++)
        {
            LockOrderStep step = cycle.Steps[i];
            LockOrderStep next = cycle.Steps[(i + 1) % cycle.Steps.Count];
            Assert.Equal(step.Inner, next.Outer);
            Assert.True(LockModes.CanBlock(step.InnerMode, next.OuterMode), "a step that nobody blocks");
            Assert.True(step.Edge.HasModes(step.OuterMode, step.InnerMode), "a step in modes that were never seen");
        }
    }

    private static bool JoinsComponent(IEnumerable<(int Outer, int Inner, EdgeStrength Strength)> ordered, (int, int, EdgeStrength) added) =>
        HasComponent(ordered.Append(added));

    /// <summary>True when two states, a node and how it was reached, lead to each other.</summary>
    private static bool HasComponent(IEnumerable<(int Outer, int Inner, EdgeStrength Strength)> edges)
    {
        var states = new AdjacencyGraph<(int Node, bool Recursive), SEdge<(int Node, bool Recursive)>>(allowParallelEdges: false);
        foreach ((int outer, int inner, EdgeStrength strength) in edges)
        {
            (int, bool) target = (inner, strength is EdgeStrength.ExclusiveRecursive or EdgeStrength.SharedRecursive);
            states.AddVerticesAndEdge(new SEdge<(int, bool)>((outer, false), target));
            if (strength is EdgeStrength.ExclusiveRecursive or EdgeStrength.ExclusiveBlocking)
            {
                states.AddVerticesAndEdge(new SEdge<(int, bool)>((outer, true), target));
            }
        }

        return states.StronglyConnectedComponents(new Dictionary<(int, bool), int>()) < states.VertexCount;
    }
}
