namespace LockGraph.Core.Tests.Order;

/// <summary>Which cycles can really block, and which way round is shown.</summary>
public class StrongPathTests
{
    private readonly LockPlan _plan = new LockPlan().With("A", "B", "C", "D", "E");

    [Fact]
    public void TwoOrdersOfTwoLocks_CloseACycle()
    {
        _plan.TakeInOrder("A > B");
        Assert.Equal("B > A > B", _plan.Report(_plan.Take("B > A")));
    }

    [Fact]
    public void ThreeLocksInARing_CloseACycle()
    {
        _plan.TakeInOrder("A > B", "B > C");
        Assert.Equal("C > A > B > C", _plan.Report(_plan.Take("C > A")));
    }

    [Fact]
    public void SameEdgeAgain_ReportsNothingNew()
    {
        _plan.TakeInOrder("A > B");
        _plan.Take("B > A");
        EdgeObservation again = _plan.Take("B > A");
        Assert.False(again.IsNew);
        Assert.Empty(again.Cycles);
        Assert.Equal(2, _plan.Edge("B > A").Count);
    }

    [Fact]
    public void EdgeThatClosesACycle_IsKeptApartAndIsNoWayRound()
    {
        _plan.TakeInOrder("A > B");
        _plan.Take("B > A");
        Assert.True(_plan.Edge("B > A").ClosesCycle);
        Assert.False(_plan.Edge("A > B").ClosesCycle);
        _plan.TakeInOrder("C > B", "A > C");
    }

    [Fact]
    public void ShortestWayRound_IsTheOneShown()
    {
        _plan.TakeInOrder("A > B", "B > C", "C > D", "D > E", "A > D");
        Assert.Equal("E > A > D > E", _plan.Report(_plan.Take("E > A")));
    }

    [Fact]
    public void WaysOfOneLength_ShowTheSmallestNodes()
    {
        _plan.TakeInOrder("A > D", "A > C", "A > B", "B > E", "D > E", "C > E");
        Assert.Equal("E > A > B > E", _plan.Report(_plan.Take("E > A")));
    }

    [Theory]
    [InlineData("A > B", "B > A", true)]
    [InlineData("A:r > B", "B > A:r", true)]
    [InlineData("A > B", "B:r > A:r", true)]
    [InlineData("A > B:R", "B:r > A", false)]
    [InlineData("A > B:R", "B > A", true)]
    [InlineData("A > B:R", "B:u > A", false)]
    [InlineData("A > B:R", "B:R > A:R", false)]
    [InlineData("A > B:u", "B:u > A", true)]
    [InlineData("A:r > B:R", "B > A:R", false)]
    [InlineData("A > B:R", "B > A:R", true)]
    public void TwoEdges_CloseACycleExactlyWhenNoOvertakingReaderMeetsASharedHolder(string first, string second, bool closes)
    {
        Assert.Equal("", _plan.Report(_plan.Take(first)));
        Assert.Equal(closes ? "B > A > B" : "", _plan.Report(_plan.Take(second)));
    }

    // The first of two cases that lockdep's search misses: it marks classes, not states, as visited.
    [Fact]
    public void WeakPathThatComesFirst_DoesNotHideTheStrongOne()
    {
        _plan.TakeInOrder("A > B:R", "A > C", "C > B", "B:r > D");
        Assert.Equal("D > A > C > B > D", _plan.Report(_plan.Take("D > A")));
    }

    // The second: its walk down the held locks stops at a recursive reader, so the first edge here never arrives.
    [Fact]
    public void WriterBehindARecursiveReader_IsStillOrdered()
    {
        _plan.TakeInOrder("A > B:R", "A > C", "B:R > C");
        Assert.Equal("C > A > C", _plan.Report(_plan.Take("C > A")));
    }

    [Fact]
    public void NewModesOnAKnownEdge_AreExaminedAnew()
    {
        _plan.TakeInOrder("A > B:R", "B:r > A");
        Assert.Equal("B > A > B", _plan.Report(_plan.Take("B > A")));
        Assert.True(_plan.Edge("B > A").ClosesCycle);
    }

    [Fact]
    public void SecondStrengthOnTheSameNodes_IsNoSecondReport()
    {
        _plan.TakeInOrder("A > B");
        Assert.Equal("B > A > B", _plan.Report(_plan.Take("B > A")));
        Assert.Equal("", _plan.Report(_plan.Take("B:r > A")));
    }

    [Fact]
    public void StepOfACycle_ShowsTheModesThatMakeItStrong()
    {
        _plan.TakeInOrder("A:r > B:R", "A > B:r");
        LockOrderCycle cycle = Assert.Single(_plan.Take("B:r > A:u").Cycles);
        Assert.Equal((LockMode.Read, LockMode.Upgrade), (cycle.Steps[0].OuterMode, cycle.Steps[0].InnerMode));
        Assert.Equal((LockMode.Write, LockMode.Read), (cycle.Steps[1].OuterMode, cycle.Steps[1].InnerMode));
    }

    [Fact]
    public void LockWithItself_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => _plan.Take("A > A"));
        Assert.Equal(0, _plan.Graph.EdgeCount);
    }
}
