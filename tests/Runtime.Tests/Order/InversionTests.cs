namespace LockGraph.Runtime.Tests.Order;

public class InversionTests : ValidatorTest
{
    private readonly Script _script;

    public InversionTests() => _script = new Script(Validator);

    [Fact]
    public void TwoFlowsInBothOrders_AreAnInversion()
    {
        _script.Nest("one", "A B").Nest("two", "B A");
        Violation violation = Validator.The(ViolationKind.Inversion);
        Assert.Equal("A > B > A", violation.Ring());
        Assert.False(violation.SingleFlow);
        Assert.Equal("two", violation.Flow);
    }

    [Fact]
    public void OneFlowInBothOrders_IsEnough()
    {
        _script.Nest("one", "A B").Nest("one", "B A");
        Assert.True(Validator.The(ViolationKind.Inversion).SingleFlow);
    }

    [Fact]
    public void OtherInstancesOfTheClasses_AreTheSameInversion()
    {
        _script.Nest("one", "A.1 B.1").Nest("two", "B.2 A.2");
        Assert.Equal([ViolationKind.Inversion], Kinds);
    }

    [Fact]
    public void ThreeClassesInARing_AreACycle()
    {
        _script.Nest("one", "A B").Nest("two", "B C").Nest("three", "C A");
        Assert.Equal("A > B > C > A", Validator.The(ViolationKind.Cycle).Ring());
    }

    [Fact]
    public void EdgesStartAtEveryHeldLock_SoAReleaseOutOfOrderLosesNone()
    {
        _script.Play("one", "+A +B -A +C -B -C").Nest("two", "C B");
        Assert.Equal("B > C > B", Validator.The(ViolationKind.Inversion).Ring());
        Assert.False(Validator.Knows("A", "C"));
    }

    [Fact]
    public void SameInversionAgain_IsToldOnce()
    {
        for (int i = 0; i < 3; i++)
        {
            _script.Nest("one", "A B").Nest("two", "B A");
        }

        Assert.Equal([ViolationKind.Inversion], Kinds);
    }

    [Fact]
    public void SecondInversion_IsToldAfterTheFirst()
    {
        _script.Nest("one", "A B").Nest("one", "B A").Nest("one", "C D").Nest("one", "D C");
        Assert.Equal(["A > B > A", "C > D > C"], Validator.Violations.Select(violation => violation.Ring()));
        Assert.Equal(2, Validator.Violations.Select(violation => violation.Id).Distinct().Count());
    }

    [Fact]
    public void RecursiveReaderBetweenWriters_HidesNoOrder()
    {
        _script.Nest("one", "A B:rr C").Nest("two", "C A");
        Assert.Equal("A > C > A", Validator.The(ViolationKind.Inversion).Ring());
    }

    [Theory]
    [InlineData("A:r B:r", "B:r A:r", true)]
    [InlineData("A:rr B:rr", "B:rr A:rr", false)]
    [InlineData("A B:rr", "B:r A", false)]
    [InlineData("A B:rr", "B A", true)]
    [InlineData("A:u B", "B A:r", true)]
    [InlineData("A:u B", "B A:rr", false)]
    public void Modes_DecideWhetherTwoOrdersCanBlock(string one, string two, bool found)
    {
        _script.Nest("one", one).Nest("two", two);
        Assert.Equal(found ? [ViolationKind.Inversion] : [], Kinds);
    }

    [Fact]
    public void WeakChainThatWasValidated_HidesNoStrongOne()
    {
        _script.Nest("one", "A:r B:rr").Nest("two", "B:r A").Nest("one", "A B");
        Assert.Equal([ViolationKind.Inversion], Kinds);
    }

    [Fact]
    public void Try_IsNoInnerButAnOuter()
    {
        _script.Nest("one", "A ?B").Nest("two", "B A");
        Assert.Empty(Kinds);
        _script.Nest("one", "?A B");
        Assert.Equal([ViolationKind.Inversion], Kinds);
    }

    [Fact]
    public void TryBeforeABlockingAcquisitionAtOneSite_DoesNotVouchForIt()
    {
        _script.Nest("one", "A ?B").Nest("one", "A B").Nest("two", "B A");
        Assert.Equal([ViolationKind.Inversion], Kinds);
    }

    [Fact]
    public void TryAfterABlockingAcquisition_AddsNothing()
    {
        _script.Nest("one", "A B").Nest("one", "A ?C").Nest("one", "A ?C");
        Assert.Equal(["A > B"], Validator.EdgeNames());
    }

    [Fact]
    public void AbandonedTry_LeavesNothingBehind()
    {
        ExecutionFlow flow = _script.Flow("one");
        Validator.Acquire(flow, new AcquisitionRequest(_script.Lock("A"), LockMode.Write, AcquisitionKind.Timed));
        Validator.Abandon(flow, _script.Lock("A"));
        Assert.Equal(0, flow.HeldCount);
        _script.Nest("one", "B C");
        Assert.Equal(["B > C"], Validator.EdgeNames());
    }

    [Fact]
    public void Upgrade_IsOrderedUnderWhatIsHeldBetween()
    {
        _script.Play("one", "+A:u +B +A -A -B -A").Nest("two", "A B");
        Assert.Equal("A > B > A", Validator.The(ViolationKind.Inversion).Ring());
    }

    [Fact]
    public void Downgrade_LeavesAReader()
    {
        _script.Play("one", "+A");
        Validator.Downgrade(_script.Flow("one"), _script.Lock("A"), LockMode.Read);
        _script.Play("one", "+B:rr -B -A:r");
        Assert.Empty(Kinds);
        SnapshotEdge edge = Assert.Single(Validator.TakeSnapshot().Edges);
        Assert.Equal([(LockMode.Read, LockMode.ReadRecursive)], edge.Modes);
    }

    [Fact]
    public void ReleasedOutOfOrder_IsNoViolation()
    {
        _script.Play("one", "+A +B +C -B -A -C");
        Assert.Empty(Kinds);
        Assert.Equal(0, _script.Flow("one").HeldCount);
    }

    [Fact]
    public void Witnesses_ShowBothSidesWithTheirSites()
    {
        var a = new TrackedMonitor("A");
        var b = new TrackedMonitor("B");
        Nest(a, b);
        Nest(b, a);
        Violation violation = Validator.The(ViolationKind.Inversion);
        foreach (CycleEdge edge in violation.Cycle)
        {
            Assert.Equal("ValidatorTest.cs", Path.GetFileName(edge.Witness!.Inner.Site.File));
            Assert.Contains(edge.Witness.Inner.Stack!.Frames, frame => frame.Contains(nameof(Witnesses_ShowBothSidesWithTheirSites), StringComparison.Ordinal));
            Assert.Contains(edge.Witness.Outer.Stack!.Frames, frame => frame.Contains(nameof(Witnesses_ShowBothSidesWithTheirSites), StringComparison.Ordinal));
        }

        Assert.Equal("B", Assert.Single(violation.Held).Acquisition.Name);
    }

    [Fact]
    public void ModeAssert_ThrowsAtTheGuiltyAcquisitionBeforeTheLockIsTaken()
    {
        LockOrderValidator asserting = Asserting();
        using (asserting.MakeCurrent())
        {
            var a = new TrackedMonitor("A");
            var b = new TrackedMonitor("B");
            Nest(a, b);
            b.Enter();
            var thrown = Assert.Throws<LockOrderViolationException>(() => a.Enter());
            Assert.Equal(ViolationKind.Inversion, thrown.Violation.Kind);
            Assert.False(a.IsEntered);
            Assert.Equal(1, asserting.HeldHere());
            b.Exit();
            Nest(b, a);
            Assert.Equal([ViolationKind.Inversion], asserting.Kinds());
        }
    }

    [Fact]
    public void StackBudget_DropsStacksAndSaysSoAndKeepsTheGraph()
    {
        var validator = new LockOrderValidator(new ValidatorSettings { StackBudget = 1, DeclaredOrder = DeclaredOrder.Empty });
        using (validator.MakeCurrent())
        {
            var gates = new TrackedMonitor[] { new("A"), new("B"), new("C") };
            Nest(gates);
            Nest(gates[2], gates[0]);
        }

        Assert.True(validator.DroppedStacks > 0);
        Assert.Equal([ViolationKind.Inversion], validator.Kinds());
    }
}
