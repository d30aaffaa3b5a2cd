namespace LockGraph.Core.Tests.Order;

/// <summary>When a gate excuses a cycle, and when it no longer does.</summary>
public class GuardedCycleTests
{
    private readonly LockPlan _plan = new LockPlan().With("A", "B", "C", "D");

    [Fact]
    public void BothOrdersUnderOneGate_AreGuarded()
    {
        _plan.Take("A > B", gates: [7, 8]);
        LockOrderCycle cycle = Assert.Single(_plan.Take("B > A", gates: [8, 9]).Cycles);
        Assert.True(cycle.IsGuarded);
        Assert.Equal([8L], cycle.CommonGates.Instances);
        Assert.False(cycle.WasGuarded);
    }

    [Fact]
    public void OrdersUnderTwoGates_AreReal()
    {
        _plan.Take("A > B", gates: [7]);
        Assert.Equal("B > A > B", _plan.Report(_plan.Take("B > A", gates: [8])));
    }

    [Fact]
    public void ClosingEdgeSeenWithoutTheGate_TurnsRealOnce()
    {
        _plan.Take("A > B", gates: [7]);
        Assert.Equal("B > A > B (guarded)", _plan.Report(_plan.Take("B > A", gates: [7])));
        EdgeObservation ungated = _plan.Take("B > A");
        Assert.True(ungated.GatesShrank);
        Assert.True(Assert.Single(ungated.Cycles).WasGuarded);
        Assert.Equal("B > A > B", _plan.Report(ungated));
        Assert.Equal("", _plan.Report(_plan.Take("B > A")));
        Assert.Equal("", _plan.Report(_plan.Take("B > A", gates: [7])));
    }

    [Fact]
    public void OtherEdgeOfTheCycleSeenWithoutTheGate_TurnsItReal()
    {
        _plan.Take("A > B", gates: [7]);
        _plan.Take("B > A", gates: [7]);
        Assert.Equal("B > A > B", _plan.Report(_plan.Take("A > B")));
    }

    [Fact]
    public void GateLostWhileAnotherRemains_StaysGuarded()
    {
        _plan.Take("A > B", gates: [7, 8]);
        _plan.Take("B > A", gates: [7, 8]);
        EdgeObservation seen = _plan.Take("B > A", gates: [8]);
        Assert.True(seen.GatesShrank);
        Assert.Empty(seen.Cycles);
    }

    [Fact]
    public void NewEdgeThatOpensAnUngatedWayRound_TurnsTheCycleReal()
    {
        _plan.Take("A > B", gates: [7]);
        _plan.Take("B > A", gates: [7]);
        Assert.Equal("", _plan.Report(_plan.Take("A > C")));
        Assert.Equal("B > A > C > B", _plan.Report(_plan.Take("C > B")));
    }

    [Fact]
    public void NewEdgeThatOpensAGatedWayRound_SaysNothing()
    {
        _plan.Take("A > B", gates: [7]);
        _plan.Take("B > A", gates: [7]);
        _plan.Take("A > C", gates: [7]);
        Assert.Equal("", _plan.Report(_plan.Take("C > B", gates: [7, 8])));
    }

    [Fact]
    public void ShortestCycleGuardedButALongerOneNot_ShowsTheLongerOne()
    {
        _plan.Take("A > B", gates: [7]);
        _plan.TakeInOrder("A > C", "C > B");
        Assert.Equal("B > A > C > B", _plan.Report(_plan.Take("B > A", gates: [7])));
    }

    [Fact]
    public void GatesShedOneByOneOnTheWay_LeaveNoExcuse()
    {
        _plan.Take("A > B", gates: [7]);
        _plan.Take("B > C", gates: [8]);
        Assert.Equal("C > A > B > C", _plan.Report(_plan.Take("C > A", gates: [7, 8])));
    }

    // The way over X sheds a gate before V, but then X cannot be entered again; the way over B sheds none and can.
    [Fact]
    public void WayThatShedsLessButBlocksLess_IsFollowedToo()
    {
        LockPlan plan = new LockPlan().With("Z", "A", "X", "V", "B");
        plan.Take("A > X", gates: [8]);
        plan.Take("X:r > V", gates: [7, 8]);
        plan.Take("A > B", gates: [7, 8]);
        plan.Take("B > V", gates: [7, 8]);
        plan.Take("V > X:R", gates: [7]);
        plan.Take("X > Z", gates: [8]);
        Assert.Equal("Z > A > B > V > X > Z", plan.Report(plan.Take("Z > A", gates: [7, 8])));
    }

    [Fact]
    public void DetourThatMeetsALockTwice_IsNoCycle()
    {
        LockPlan plan = new LockPlan().With("Z", "A", "X", "V");
        plan.Take("A > X", gates: [7]);
        plan.Take("X:r > V");
        plan.Take("V > X:R");
        plan.Take("X > Z", gates: [7]);
        Assert.Equal("Z > A > X > Z (guarded)", plan.Report(plan.Take("Z > A", gates: [7])));
    }

    [Fact]
    public void DeclaredOrder_ExcusesNothing()
    {
        _plan.Take("A > B", provenance: EdgeProvenance.Declared);
        LockOrderCycle cycle = Assert.Single(_plan.Take("B > A", gates: [7]).Cycles);
        Assert.False(cycle.IsGuarded);
        Assert.True(cycle.HasDeclared);
        Assert.False(cycle.SingleFlow);
    }

    [Fact]
    public void DeclaredEdgeSeenUnderAGate_KeepsTheGateButNotTheExcuse()
    {
        _plan.Take("A > B", provenance: EdgeProvenance.Declared);
        _plan.Take("A > B", gates: [7]);
        Assert.Equal([7L], _plan.Edge("A > B").Gates.Instances);
        Assert.Equal("B > A > B", _plan.Report(_plan.Take("B > A", gates: [7])));
    }

    [Fact]
    public void DeclarationOfAGuardedEdge_TurnsTheCycleReal()
    {
        _plan.Take("A > B", gates: [7]);
        _plan.Take("B > A", gates: [7]);
        EdgeObservation declared = _plan.Take("A > B", provenance: EdgeProvenance.Declared);
        Assert.True(declared.GatesShrank);
        Assert.Equal("B > A > B", _plan.Report(declared));
    }

    [Fact]
    public void OneFlowInBothOrders_IsReportedAsOneFlow()
    {
        _plan.Take("A > B", flow: 3);
        Assert.True(Assert.Single(_plan.Take("B > A", flow: 3).Cycles).SingleFlow);
    }

    [Fact]
    public void TwoFlows_AreNotOneFlow()
    {
        _plan.Take("A > B", flow: 3);
        _plan.Take("A > B", flow: 4);
        Assert.Equal(DependencyEdge.ManyFlows, _plan.Edge("A > B").Flow);
        Assert.False(Assert.Single(_plan.Take("B > A", flow: 3).Cycles).SingleFlow);
    }
}
