namespace LockGraph.Runtime.Tests.Order;

/// <summary>Several locks of one class at once, and one lock several times.</summary>
public class NestingTests : ValidatorTest
{
    private readonly Script _script;

    public NestingTests() => _script = new Script(Validator);

    [Fact]
    public void TwoInstancesOfAClass_NeedAnOrder()
    {
        _script.Nest("one", "A.1 A.2");
        Assert.Equal([ViolationKind.InvalidNesting], Kinds);
    }

    [Fact]
    public void AscendingRanks_MayNestAndDescendingMayNot()
    {
        ExecutionFlow flow = _script.Flow("one");
        LockInstance[] ranked = [.. Enumerable.Range(0, 3).Select(rank => Validator.CreateInstance(new LockClass("A"), "rank " + rank, rank))];
        Take(flow, ranked);
        Assert.Empty(Kinds);
        Take(flow, ranked[1], ranked[0]);
        Assert.Equal([ViolationKind.InvalidNesting, ViolationKind.Inversion], Kinds);
    }

    [Fact]
    public void AscendingKeys_MayNestAndEqualOnesMayNot()
    {
        ExecutionFlow flow = _script.Flow("one");
        LockInstance[] keyed = [.. new[] { 1, 2, 2 }.Select(key => Keyed(key))];
        Take(flow, keyed[0], keyed[1]);
        Take(flow, keyed[0], keyed[1]);
        Assert.Empty(Kinds);
        Take(flow, keyed[1], keyed[2]);
        Assert.Equal([ViolationKind.InvalidNesting], Kinds);
    }

    [Fact]
    public void DescendingKeysAfterAscendingOnes_AreJudgedAgain()
    {
        TrackedMonitor[] keyed = [new("A") { OrderKey = 1 }, new("A") { OrderKey = 2 }];
        for (int i = 0; i < 3; i++)
        {
            Nest(keyed);
        }

        Assert.Empty(Kinds);
        Nest(keyed[1], keyed[0]);
        Assert.Equal([ViolationKind.InvalidNesting], Kinds);
    }

    [Fact]
    public void HeldNestLock_SerializesTheClass()
    {
        var outer = new TrackedMonitor("outer");
        TrackedMonitor[] inner = [.. Enumerable.Range(0, 4).Select(_ => new TrackedMonitor("inner") { NestLock = outer })];
        Nest([outer, .. inner]);
        Nest([outer, .. inner.Reverse()]);
        Assert.Empty(Kinds);
    }

    [Fact]
    public void NestLockThatIsNotHeld_IsReported()
    {
        var outer = new TrackedMonitor("outer");
        TrackedMonitor[] inner = [.. Enumerable.Range(0, 2).Select(_ => new TrackedMonitor("inner") { NestLock = outer })];
        Nest(inner);
        Assert.Contains(ViolationKind.NestLockNotHeld, Kinds);
    }

    [Fact]
    public void NestLockReleasedTooEarly_IsReported()
    {
        var outer = new TrackedMonitor("outer");
        TrackedMonitor[] inner = [.. Enumerable.Range(0, 2).Select(_ => new TrackedMonitor("inner") { NestLock = outer })];
        outer.Enter();
        inner[0].Enter();
        inner[1].Enter();
        Assert.Empty(Kinds);
        outer.Exit();
        Assert.Equal([ViolationKind.NestLockNotHeld], Kinds);
        inner[1].Exit();
        inner[0].Exit();
    }

    [Fact]
    public void NestLockSetAfterAChainWasValidated_IsAskedFor()
    {
        var outer = new TrackedMonitor("outer");
        var inner = new TrackedMonitor("inner");
        Nest(inner);
        Nest(inner);
        inner.NestLock = outer;
        Nest(inner);
        Assert.Equal([ViolationKind.NestLockNotHeld], Kinds);
    }

    [Fact]
    public void InstanceOrder_ReportsOnlyBothOrders()
    {
        var milder = new LockClass("A") { Nesting = SameClassNesting.InstanceOrder };
        LockInstance[] locks = [.. Enumerable.Range(0, 3).Select(_ => Validator.CreateInstance(milder))];
        ExecutionFlow flow = _script.Flow("one");
        Take(flow, locks[0], locks[1]);
        Take(flow, locks[1], locks[2]);
        Assert.Empty(Kinds);
        Take(flow, locks[2], locks[0]);
        Assert.Equal([ViolationKind.InvalidNesting], Kinds);
    }

    [Fact]
    public void ReentrantLock_IsCountedAndHeldOnce()
    {
        var a = new TrackedMonitor("A");
        var b = new TrackedMonitor("B");
        a.Enter();
        a.Enter();
        b.Enter();
        a.Enter();
        Assert.Equal(2, Validator.HeldHere());
        a.Exit();
        b.Exit();
        a.Exit();
        Assert.True(a.IsHeldByCurrentFlow);
        a.Exit();
        Assert.Equal(0, Validator.HeldHere());
        Assert.Empty(Kinds);
        Assert.Equal(["A > B"], Validator.EdgeNames());
    }

    [Fact]
    public void NonReentrantMonitor_ReportsRecursionBeforeItIsTaken()
    {
        LockOrderValidator asserting = Asserting();
        using (asserting.MakeCurrent())
        {
            var a = new TrackedMonitor("A", reentrant: false);
            using (a.EnterScope())
            {
                for (int i = 0; i < 2; i++)
                {
                    Assert.Equal(ViolationKind.Recursion, Assert.Throws<LockOrderViolationException>(() => a.Enter()).Violation.Kind);
                }

                Assert.Equal(1, asserting.HeldHere());
            }

            Assert.False(a.IsEntered);
        }
    }

    [Fact]
    public void SemaphoreTakenTwiceByAFlow_IsReportedInsteadOfHanging()
    {
        LockOrderValidator asserting = Asserting();
        using (asserting.MakeCurrent())
        {
            using var a = new TrackedSemaphore("A", 1, 1);
            a.Wait();
            Assert.Equal(ViolationKind.Recursion, Assert.Throws<LockOrderViolationException>(() => a.Wait()).Violation.Kind);
            Assert.Equal(ViolationKind.Recursion, Assert.Throws<LockOrderViolationException>(() => { _ = a.WaitAsync(); }).Violation.Kind);
            a.Release();
            Assert.Equal(0, asserting.HeldHere());
            Assert.Equal(1, a.CurrentCount);
        }
    }

    [Fact]
    public void SpinLockWithoutOwners_IsReportedInsteadOfSpinningForEver()
    {
        LockOrderValidator asserting = Asserting();
        using (asserting.MakeCurrent())
        {
            var a = new TrackedSpinLock("A", enableThreadOwnerTracking: false);
            bool taken = false;
            a.Enter(ref taken);
            bool again = false;
            Assert.Equal(ViolationKind.Recursion, Assert.Throws<LockOrderViolationException>(() => a.Enter(ref again)).Violation.Kind);
            Assert.False(again);
            a.Exit();
        }
    }

    [Fact]
    public void ReaderThatWantsToWrite_IsRecursionAndTheLockRefuses()
    {
        using var a = new TrackedReaderWriterLock("A");
        a.EnterReadLock();
        Assert.Throws<LockRecursionException>(() => a.EnterWriteLock());
        Assert.Throws<LockRecursionException>(() => a.EnterUpgradeableReadLock());
        Assert.Equal(1, Validator.HeldHere());
        a.ExitReadLock();
        Assert.Equal([ViolationKind.Recursion, ViolationKind.Recursion], Kinds);
        Assert.Equal(0, Validator.HeldHere());
    }

    [Fact]
    public void UpgradeableReader_MayReadAndWrite()
    {
        using var a = new TrackedReaderWriterLock("A");
        a.EnterUpgradeableReadLock();
        a.EnterReadLock();
        a.ExitReadLock();
        a.EnterWriteLock();
        a.ExitWriteLock();
        a.EnterReadLock();
        a.ExitUpgradeableReadLock();
        Assert.True(a.IsReadLockHeld);
        a.ExitReadLock();
        Assert.Empty(Kinds);
        Assert.Equal(0, Validator.HeldHere());
    }

    private LockInstance Keyed(int key)
    {
        LockInstance keyed = Validator.CreateInstance(new LockClass("A"), "key " + key);
        keyed.OrderKey = key;
        return keyed;
    }

    private void Take(ExecutionFlow flow, params LockInstance[] locks)
    {
        foreach (LockInstance wanted in locks)
        {
            Validator.Acquire(flow, new AcquisitionRequest(wanted));
        }

        foreach (LockInstance held in locks.Reverse())
        {
            Validator.Release(flow, held);
        }
    }
}
