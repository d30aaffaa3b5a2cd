namespace LockGraph.Runtime.Tests.Order;

public class LimitTests
{
    [Theory]
    [InlineData(null, 48)]
    [InlineData(47, 47)]
    [InlineData(3, 3)]
    public void HeldLimit_AllowsSoManyAndReportsTheNext(int? setting, int allowed)
    {
        LockOrderValidator validator = setting is { } limit
            ? new LockOrderValidator(new ValidatorSettings { HeldLimit = limit, DeclaredOrder = DeclaredOrder.Empty })
            : new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty });
        using (validator.MakeCurrent())
        {
            TrackedMonitor[] locks = [.. Enumerable.Range(0, allowed + 1).Select(i => new TrackedMonitor("lock " + i))];
            foreach (TrackedMonitor gate in locks.Take(allowed))
            {
                gate.Enter();
            }

            Assert.Empty(validator.Violations);
            locks[allowed].Enter();
            Violation violation = validator.The(ViolationKind.HeldLimit);
            Assert.Equal(allowed, violation.Held.Count);
            Assert.Contains($"lock number {allowed + 1}", violation.Message, StringComparison.Ordinal);
            foreach (TrackedMonitor gate in locks)
            {
                gate.Exit();
            }

            Assert.Equal(0, validator.HeldHere());
        }
    }

    [Fact]
    public void LimitExceeded_IsReportedAgainAtAnotherSiteAndNeverSwitchesOff()
    {
        var validator = new LockOrderValidator(new ValidatorSettings { HeldLimit = 2, DeclaredOrder = DeclaredOrder.Empty });
        new Script(validator).Nest("one", "A B C").Nest("two", "C A");
        Assert.Equal([ViolationKind.HeldLimit, ViolationKind.Inversion], validator.Kinds());
    }

    [Fact]
    public void NestedUnderOneNestLock_ShareASlot()
    {
        var validator = new LockOrderValidator(new ValidatorSettings { HeldLimit = 2, DeclaredOrder = DeclaredOrder.Empty });
        using (validator.MakeCurrent())
        {
            var outer = new TrackedMonitor("outer");
            TrackedMonitor[] inner = [.. Enumerable.Range(0, 10).Select(_ => new TrackedMonitor("inner") { NestLock = outer })];
            outer.Enter();
            Array.ForEach(inner, gate => gate.Enter());
            Assert.Empty(validator.Violations);
            var more = new TrackedMonitor("more");
            more.Enter();
            Assert.Equal([ViolationKind.HeldLimit], validator.Kinds());
            more.Exit();
            Array.ForEach(inner, gate => gate.Exit());
            outer.Exit();
        }
    }

    [Fact]
    public void MaxHeldOfAClass_ReportsTheNext()
    {
        var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty });
        var limited = new LockClass("A") { MaxHeld = 2, Nesting = SameClassNesting.InstanceOrder };
        ExecutionFlow flow = validator.OpenFlow("one");
        for (int i = 0; i < 3; i++)
        {
            Assert.Empty(validator.Violations);
            validator.Acquire(flow, new AcquisitionRequest(validator.CreateInstance(limited)));
        }

        Assert.Equal([ViolationKind.ClassHeldLimit], validator.Kinds());
    }

    [Fact]
    public void RepeatedHoldsAndPseudoLocks_CountOnceAndNever()
    {
        var validator = new LockOrderValidator(new ValidatorSettings { HeldLimit = 1, DeclaredOrder = DeclaredOrder.Empty });
        using (validator.MakeCurrent())
        {
            var gate = new TrackedMonitor("A");
            var wait = new TrackedWait("task");
            using (wait.EnterBody())
            using (gate.EnterScope())
            using (gate.EnterScope())
            using (wait.EnterBody())
            {
                Assert.Empty(validator.Violations);
            }

            Assert.Equal(0, validator.HeldHere());
        }
    }
}
