namespace LockGraph.Runtime.Tests.Holds;

/// <summary>Locks that end while held, holds that outlive their flow, releases of what is not held.</summary>
public class LifetimeTests : ValidatorTest
{
    private readonly TrackedMonitor _a;
    private readonly TrackedMonitor _b;

    // Not in initializers, which run before the validator of the test is the current one.
    public LifetimeTests()
    {
        _a = new TrackedMonitor("A");
        _b = new TrackedMonitor("B");
    }

    [Fact]
    public void ReleaseOfWhatIsNotHeld_IsReportedAndRefused()
    {
        Assert.Throws<SynchronizationLockException>(_a.Exit);
        Assert.Equal([ViolationKind.BadRelease], Kinds);
    }

    [Fact]
    public void ReleaseOnAnotherThread_NamesTheHolder()
    {
        using var holder = new ScriptedThread("holder");
        holder.Do(() => _a.Enter());
        Assert.Throws<SynchronizationLockException>(_a.Exit);
        Assert.Contains("holder", Validator.The(ViolationKind.BadRelease).Message, StringComparison.Ordinal);
        holder.Do(_a.Exit);
    }

    [Fact]
    public void ReleaseInAnotherMode_IsReportedAndRefused()
    {
        using var slim = new TrackedReaderWriterLock("slim");
        slim.EnterReadLock();
        Assert.Throws<SynchronizationLockException>(slim.ExitWriteLock);
        Assert.Contains("read mode", Validator.The(ViolationKind.BadRelease).Message, StringComparison.Ordinal);
        slim.ExitReadLock();
        Assert.Equal(0, Validator.HeldHere());
    }

    [Fact]
    public void SemaphoreReleasedWithoutAWait_IsReportedAndThrowsInModeAssertOnlyWhereTheSemaphoreWouldNot()
    {
        LockOrderValidator asserting = Asserting();
        using (asserting.MakeCurrent())
        {
            using var unbounded = new TrackedSemaphore("unbounded", 1);
            using var bounded = new TrackedSemaphore("bounded", 1, 1);
            Assert.Throws<LockOrderViolationException>(() => unbounded.Release());
            Assert.Throws<SemaphoreFullException>(() => bounded.Release());
            Assert.Equal([ViolationKind.BadRelease, ViolationKind.BadRelease], asserting.Kinds());
        }
    }

    [Fact]
    public void SemaphoreOfSeveralSlots_IsNoLock()
    {
        using var slots = new TrackedSemaphore("slots", 2, 2);
        slots.Wait();
        slots.Wait();
        Nest(_a);
        slots.Release(2);
        using var empty = new TrackedSemaphore("empty", 0);
        empty.Release();
        Assert.Empty(Kinds);
        Assert.Empty(Validator.EdgeNames());
    }

    [Fact]
    public void DisposalWhileHeld_IsReported()
    {
        var semaphore = new TrackedSemaphore("semaphore", 1, 1);
        semaphore.Wait();
        semaphore.Dispose();
        Assert.Equal([ViolationKind.HeldFreed], Kinds);
    }

    [Fact]
    public void DisposalWhileAnotherThreadHolds_NamesIt()
    {
        using var holder = new ScriptedThread("holder");
        var mutex = new TrackedMutex("mutex");
        holder.Do(() => mutex.WaitOne());
        mutex.Dispose();
        Assert.Contains("holder", Validator.The(ViolationKind.HeldFreed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DisposalThatTheLockRefuses_LeavesItAlive()
    {
        using var slim = new TrackedReaderWriterLock("slim");
        slim.EnterReadLock();
        Assert.Throws<SynchronizationLockException>(slim.Dispose);
        slim.ExitReadLock();
        slim.EnterReadLock();
        slim.ExitReadLock();
        Assert.Equal([ViolationKind.HeldFreed], Kinds);
    }

    [Fact]
    public void FreedLock_IsReportedWhenTakenAgain()
    {
        Nest(_a);
        Nest(_a);
        _a.Free();
        Nest(_a);
        Assert.Equal([ViolationKind.UseAfterFree], Kinds);
    }

    [Fact]
    public void ReinitializedLock_MayBeTakenAgainButNotWhileHeld()
    {
        _a.Free();
        _a.Reinitialize();
        Nest(_a);
        Assert.Empty(Kinds);
        _a.Enter();
        _a.Reinitialize();
        _a.Exit();
        Assert.Equal([ViolationKind.HeldReinitialized], Kinds);
    }

    [Fact]
    public void ThreadThatEndsWithALock_IsALeak()
    {
        ScriptedThread.Run("careless", () =>
        {
            _a.Enter();
            _b.Enter();
            _b.Exit();
        });
        Validator.CheckForLeaks();
        Violation violation = Assert.Single(Validator.Violations);
        Assert.Equal((ViolationKind.Leak, "careless", "A"), (violation.Kind, violation.Flow, violation.Attempted.Name));
        Validator.CheckForLeaks();
        Assert.Single(Validator.Violations);
    }

    [Fact]
    public void ThreadThatStillRuns_LeaksNothing()
    {
        using var thread = new ScriptedThread("busy");
        thread.Do(() => _a.Enter());
        Validator.CheckForLeaks();
        Assert.Empty(Kinds);
        thread.Do(_a.Exit);
    }

    [Fact]
    public void TerminalHold_IsNoLeak()
    {
        ScriptedThread.Run("frozen", () =>
        {
            _a.Enter();
            _a.DeclareTerminalHold();
        });
        Validator.CheckForLeaks();
        Assert.Empty(Kinds);
    }

    [Fact]
    public void TerminalHoldThatEndsAfterAll_SaysNothingOfTheNextHold()
    {
        ScriptedThread.Run("frozen", () =>
        {
            for (int i = 0; i < 2; i++)
            {
                _a.Enter();
                if (i == 0)
                {
                    _a.DeclareTerminalHold();
                    _a.Exit();
                }
            }
        });
        Validator.CheckForLeaks();
        Assert.Equal([ViolationKind.Leak], Kinds);
    }

    [Fact]
    public void WorkItemThatLeavesALock_IsALeakOfItsOwn()
    {
        _a.Enter();
        IDisposable item = Validator.BeginWorkItem("request 7");
        _b.Enter();
        item.Dispose();
        Violation violation = Validator.The(ViolationKind.Leak);
        Assert.Equal("B", violation.Attempted.Name);
        Assert.Contains("request 7", violation.Message, StringComparison.Ordinal);
        _b.Exit();
        _a.Exit();
    }

    [Fact]
    public void ExplicitFlowThatEndsWithALock_IsALeak()
    {
        ExecutionFlow flow = Validator.OpenFlow("replayed");
        Validator.Acquire(flow, new AcquisitionRequest(Validator.CreateInstance(new LockClass("C"))));
        Validator.EndFlow(flow);
        Assert.Equal("replayed", Validator.The(ViolationKind.Leak).Flow);
    }

    [Fact]
    public void FalseAssertions_AreReportedAndTrueOnesAreNot()
    {
        using var slim = new TrackedReaderWriterLock("slim");
        slim.EnterReadLock();
        slim.AssertHeld();
        slim.AssertHeld(LockMode.Read);
        _a.AssertNotHeld();
        Assert.Empty(Kinds);
        slim.AssertHeld(LockMode.Write);
        slim.AssertNotHeld();
        _a.AssertHeld();
        slim.ExitReadLock();
        Assert.Equal([ViolationKind.NotHeld, ViolationKind.HeldWhenExcluded, ViolationKind.NotHeld], Kinds);
    }

    [Fact]
    public void WriterSatisfiesAReaderAssertion()
    {
        using var slim = new TrackedReaderWriterLock("slim");
        slim.EnterWriteLock();
        slim.AssertHeld(LockMode.Read);
        slim.ExitWriteLock();
        Assert.Empty(Kinds);
    }

    [Fact]
    public void FalseAssertionInModeAssert_Throws()
    {
        using (Asserting().MakeCurrent())
        {
            var gate = new TrackedMonitor("A");
            Assert.Throws<LockOrderViolationException>(gate.AssertHeld);
            using (gate.EnterScope())
            {
                Assert.Throws<LockOrderViolationException>(gate.AssertNotHeld);
            }
        }
    }

    [Fact]
    public void ForgottenClass_StartsANewHistory()
    {
        Nest(_a, _b);
        Validator.Forget(_a);
        Nest(_b, _a);
        Assert.Empty(Kinds);
        Assert.Equal(["B > A"], Validator.EdgeNames());
    }
}
