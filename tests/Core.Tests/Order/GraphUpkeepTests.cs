namespace LockGraph.Core.Tests.Order;

/// <summary>Removal, witnesses, ids, and what the edges tell.</summary>
public class GraphUpkeepTests
{
    private readonly LockPlan _plan = new LockPlan().With("A", "B", "C", "D");

    [Fact]
    public void RemovedNode_TakesItsEdgesAlong()
    {
        _plan.TakeInOrder("A > B", "B > C", "A > C");
        _plan.Take("C > B");
        _plan.Remove("B");
        Assert.Equal(3, _plan.Graph.NodeCount);
        Assert.Equal((_plan["A"], _plan["C"]), Assert.Single(_plan.Graph.Edges.Select(edge => (edge.Outer, edge.Inner))));
        _plan.TakeInOrder("C > D", "D > B");
    }

    [Fact]
    public void NodeRemovedFromTheWayRound_LetsTheClosingEdgeIntoTheOrder()
    {
        _plan.TakeInOrder("A > B", "B > C");
        Assert.Equal("C > A > B > C", _plan.Report(_plan.Take("C > A")));
        _plan.Remove("B");
        Assert.False(_plan.Edge("C > A").ClosesCycle);
        Assert.Equal("A > C > A", _plan.Report(_plan.Take("A > C")));
    }

    [Fact]
    public void NodeRemovedFromOneOfTwoWaysRound_KeepsTheClosingEdgeApart()
    {
        _plan.TakeInOrder("A > B", "B > D", "A > C", "C > D");
        _plan.Take("D > A");
        _plan.Remove("B");
        Assert.True(_plan.Edge("D > A").ClosesCycle);
        Assert.Equal("", _plan.Report(_plan.Take("D > A")));
    }

    [Fact]
    public void EdgeThatRejoinsAndOpensAnUngatedWay_IsToldAtTheNextOccurrence()
    {
        LockPlan plan = GuardedPairBesideARejoiningEdge();
        plan.Remove("X");
        plan.Graph.CheckInvariants();
        Assert.False(plan.Edge("C > D").ClosesCycle);
        Assert.Equal("B > A > C > D > B", plan.Report(plan.Take("B > A", gates: [7])));
        Assert.Equal("", plan.Report(plan.Take("B > A", gates: [7])));
    }

    [Fact]
    public void UngatedWayThatGoesAsItCame_IsForgotten()
    {
        LockPlan plan = GuardedPairBesideARejoiningEdge();
        plan.Remove("X");
        plan.Remove("C");
        plan.Graph.CheckInvariants();
        Assert.Equal("", plan.Report(plan.Take("B > A", gates: [7])));
        Assert.Equal("B > A > D > B", plan.Report(plan.Take("A > D")));
    }

    [Fact]
    public void StaleId_IsRefusedUntilItIsGivenOutAgain()
    {
        int stale = _plan["D"];
        _plan.TakeInOrder("A > B");
        _plan.Remove("D");
        var edge = new EdgeOccurrence { Outer = _plan["A"], Inner = stale, Provenance = EdgeProvenance.Observed };
        Assert.Throws<ArgumentException>(() => _plan.Graph.Observe(edge));
        Assert.Throws<ArgumentException>(() => _plan.Graph.RemoveNode(stale));
        Assert.False(_plan.Graph.TryGetEdge(_plan["A"], stale, out _));
        Assert.Equal(stale, _plan["E"]);
        Assert.True(_plan.Take("A > E").IsNew);
    }

    [Fact]
    public void ManyNodesThatComeAndGo_LeaveTheEdgesInInsertionOrder()
    {
        for (int i = 0; i < 200; i++)
        {
            _plan.TakeInOrder("A > T", "T > B", i % 50 == 0 ? $"A > {(char)('E' + (i / 50))}" : "C > D");
            _plan.Remove("T");
        }

        Assert.Equal(
            new[] { "E", "C", "F", "G", "H" }.Select(name => _plan[name == "C" ? "D" : name]),
            _plan.Graph.Edges.Select(edge => edge.Inner));
    }

    [Fact]
    public void ThousandsOfEdges_KeepGatesAndWitnessesThroughRemovals()
    {
        var graph = new LockOrderGraph();
        int[] nodes = [.. Enumerable.Range(0, 120).Select(_ => graph.AddNode())];
        var expected = new List<(int Outer, int Inner)>();
        for (int outer = 0; outer < nodes.Length; outer++)
        {
            for (int inner = outer + 1; inner < nodes.Length; inner += 2)
            {
                (int from, int to) = (nodes[outer], nodes[inner]);
                expected.Add((from, to));
                graph.Observe(
                    new EdgeOccurrence { Outer = from, Inner = to, Gates = GateSet.Of(from, to), Provenance = EdgeProvenance.Observed },
                    to % 3 == 0 ? () => Witness($"{from} > {to}") : null);
            }
        }

        foreach (int removed in nodes.Where(node => node % 5 != 0))
        {
            graph.RemoveNode(removed);
            expected.RemoveAll(edge => edge.Outer == removed || edge.Inner == removed);
        }

        graph.CheckInvariants();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, graph.Edges.Select(edge => (edge.Outer, edge.Inner)));
        Assert.All(graph.Edges, edge => Assert.Equal(GateSet.Of(edge.Outer, edge.Inner), edge.Gates));
        Assert.All(graph.Edges, edge => Assert.Equal(edge.Inner % 3 == 0 ? $"{edge.Outer} > {edge.Inner}" : null, edge.Witness?.Flow));
    }

    [Fact]
    public void Witness_IsAskedForOncePerStrength()
    {
        int asked = 0;
        _plan.Take("A > B", witness: Ask);
        _plan.Take("A > B", witness: Ask);
        _plan.Take("A:w > B:r", witness: Ask);
        Assert.Equal(1, asked);
        _plan.Take("A:r > B:R", witness: Ask);
        _plan.Take("A:u > B:R", witness: Ask);
        Assert.Equal(2, asked);
        DependencyEdge edge = _plan.Edge("A > B");
        Assert.Equal("flow 1", edge.WitnessOf(EdgeStrength.ExclusiveBlocking)?.Flow);
        Assert.Equal("flow 2", edge.WitnessOf(EdgeStrength.SharedRecursive)?.Flow);
        Assert.Null(edge.WitnessOf(EdgeStrength.SharedBlocking));
        Assert.Equal("flow 1", edge.Witness?.Flow);

        EdgeWitness? Ask() => Witness($"flow {++asked}");
    }

    [Fact]
    public void DeclaredEdgeSeenInCode_GetsTheWitnessThatTheDeclarationLacks()
    {
        _plan.Take("A > B", provenance: EdgeProvenance.Declared);
        _plan.Take("A > B", witness: () => Witness("code"));
        Assert.Equal("code", _plan.Edge("A > B").Witness?.Flow);
        Assert.Equal(EdgeProvenance.Declared | EdgeProvenance.Observed, _plan.Edge("A > B").Provenance);
        Assert.Equal(1, _plan.Edge("A > B").Flow);
    }

    [Fact]
    public void WitnessThatThrows_LeavesTheGraphAsItWas()
    {
        Assert.Throws<InvalidOperationException>(() => _plan.Take("A > B", witness: () => throw new InvalidOperationException()));
        Assert.Equal(0, _plan.Graph.EdgeCount);
        _plan.Graph.CheckInvariants();
        Assert.True(_plan.Take("A > B").IsNew);
    }

    [Fact]
    public void StepOfACycle_CarriesTheWitnessOfItsStrength()
    {
        _plan.Take("A > B", witness: () => Witness("first"));
        LockOrderCycle cycle = Assert.Single(_plan.Take("B > A", witness: () => Witness("second")).Cycles);
        Assert.Equal(["second", "first"], cycle.Steps.Select(step => step.Witness?.Flow));
    }

    [Fact]
    public void Occurrence_NeedsAProvenance() =>
        Assert.Throws<ArgumentException>(() => _plan.Take("A > B", provenance: EdgeProvenance.None));

    [Fact]
    public void EdgeModes_AreAllThatWereSeen()
    {
        _plan.TakeInOrder("A:r > B", "A > B:R", "A > B:R");
        Assert.Equal([(LockMode.Write, LockMode.ReadRecursive), (LockMode.Read, LockMode.Write)], _plan.Edge("A > B").ModePairs);
        Assert.True(_plan.Edge("A > B").HasStrength(EdgeStrength.SharedBlocking));
        Assert.False(_plan.Edge("A > B").HasStrength(EdgeStrength.ExclusiveBlocking));
    }

    /// <summary>C > D is apart only because of X, and would be an ungated way from A to B. B > A is apart because of A > B; both are gated.</summary>
    private static LockPlan GuardedPairBesideARejoiningEdge()
    {
        LockPlan plan = new LockPlan().With("A", "B", "C", "D", "X").TakeInOrder("D > X", "X > C", "A > C", "D > B");
        Assert.Equal("C > D > X > C", plan.Report(plan.Take("C > D")));
        plan.Take("A > B", gates: [7]);
        Assert.Equal("B > A > B (guarded)", plan.Report(plan.Take("B > A", gates: [7])));
        return plan;
    }

    private static EdgeWitness Witness(string flow)
    {
        var acquisition = new Acquisition(new LockClass("Any"), 1);
        return new EdgeWitness(acquisition, acquisition, flow);
    }
}
