namespace LockGraph.Runtime.Tests.Waits;

public class ConditionTests : ValidatorTest
{
    private readonly TrackedMonitor _a;
    private readonly TrackedMonitor _b;

    // Not in initializers, which run before the validator of the test is the current one.
    public ConditionTests()
    {
        _a = new TrackedMonitor("A");
        _b = new TrackedMonitor("B");
    }

    [Fact]
    public void WaitUnderAnInnerLock_TakesItsMonitorAgainUnderThatLock()
    {
        _a.Enter();
        _b.Enter();
        _a.Wait(0);
        _b.Exit();
        _a.Exit();
        Assert.Equal("A > B > A", Validator.The(ViolationKind.Inversion).Ring());
        Assert.Equal("B", Validator.The(ViolationKind.ConditionWait).Against!.Acquisition.Name);
        Assert.Equal(0, Validator.HeldHere());
    }

    [Fact]
    public void WaitOnTheInnermostMonitor_KeepsTheOuterOnes()
    {
        _a.Enter();
        _b.Enter();
        _b.Wait(0);
        _b.Exit();
        _a.Exit();
        Assert.Equal([ViolationKind.ConditionWait], Kinds);
        Assert.Equal(["A > B"], Validator.EdgeNames());
    }

    [Fact]
    public void WaitOnAMonitorEnteredTwice_KeepsTheCount()
    {
        _a.Enter();
        _a.Enter();
        Assert.False(_a.Wait(0));
        _a.Exit();
        Assert.True(_a.IsHeldByCurrentFlow);
        _a.Exit();
        Assert.Equal(0, Validator.HeldHere());
        Assert.Empty(Kinds);
    }

    [Fact]
    public void PulsedWait_ReturnsTrueAndAnotherThreadMayHoldTheMonitorMeanwhile()
    {
        using var waiter = new ScriptedThread("waiter");
        waiter.Do(() => _a.Enter());
        bool woken = false;
        Task<Exception?> waiting = waiter.Begin(() => woken = _a.Wait());
        _a.Enter();
        _a.Pulse();
        Nest(_b);
        _a.Exit();
        ScriptedThread.Finish(waiting);
        waiter.Do(_a.Exit);
        Assert.True(woken);
        Assert.Empty(Kinds);
    }

    [Fact]
    public void PulseAll_WakesEveryWaiter()
    {
        using var one = new ScriptedThread("one");
        using var two = new ScriptedThread("two");
        ScriptedThread[] waiters = [one, two];
        Task<Exception?>[] waiting = [.. waiters.Select(waiter =>
        {
            waiter.Do(() => _a.Enter());
            return waiter.Begin(() =>
            {
                Assert.True(_a.Wait());
                _a.Exit();
            });
        })];
        _a.Enter();
        _a.PulseAll();
        _a.Exit();
        Array.ForEach(waiting, ScriptedThread.Finish);
        Assert.Empty(Kinds);
    }

    [Theory]
    [InlineData(LockGraphMode.Observe)]
    [InlineData(LockGraphMode.Assert)]
    public void ConditionOfAMonitorThatIsNotHeld_IsReportedAndRefused(LockGraphMode mode)
    {
        var validator = new LockOrderValidator(new ValidatorSettings { Mode = mode });
        using (validator.MakeCurrent())
        {
            var monitor = new TrackedMonitor("A");
            Assert.Throws<SynchronizationLockException>(monitor.Pulse);
            Assert.Throws<SynchronizationLockException>(monitor.PulseAll);
            Assert.Throws<SynchronizationLockException>(() => monitor.Wait(0));
            Assert.All(validator.Kinds(), kind => Assert.Equal(ViolationKind.ConditionWait, kind));
        }
    }

    [Fact]
    public void GuiltyWaitInModeAssert_ThrowsAndTheMonitorIsHeldAsBefore()
    {
        LockOrderValidator asserting = Asserting();
        using (asserting.MakeCurrent())
        {
            var a = new TrackedMonitor("A");
            var b = new TrackedMonitor("B");
            a.Enter();
            a.Enter();
            b.Enter();
            Assert.Throws<LockOrderViolationException>(() => a.Wait(0));
            Assert.Equal(2, asserting.HeldHere());
            b.Exit();
            a.Exit();
            Assert.True(a.IsEntered);
            a.Exit();
            Assert.False(a.IsEntered);
            Assert.Equal(0, asserting.HeldHere());
        }
    }

    [Fact]
    public void InterruptedWait_HoldsTheMonitorAgain()
    {
        using var waiter = new ScriptedThread("waiter");
        Thread? thread = null;
        waiter.Do(() =>
        {
            thread = Thread.CurrentThread;
            _a.Enter();
        });
        Task<Exception?> waiting = waiter.Begin(() => _a.Wait());
        _a.Enter();
        thread!.Interrupt();
        _a.Exit();
        Assert.IsType<ThreadInterruptedException>(ScriptedThread.Outcome(waiting));
        waiter.Do(_a.Exit);
        waiter.Do(() => Assert.Equal(0, Validator.HeldHere()));
        Assert.Empty(Kinds);
    }
}
