namespace LockGraph.Runtime.Tests.Waits;

/// <summary>Waits that are no locks: bodies and those who wait for them.</summary>
public class PseudoLockTests : ValidatorTest
{
    private readonly TrackedMonitor _gate;
    private readonly TrackedWait _task;

    // Not in initializers, which run before the validator of the test is the current one.
    public PseudoLockTests()
    {
        _gate = new TrackedMonitor("gate");
        _task = new TrackedWait("task");
    }

    [Fact]
    public void WaitUnderALockThatTheBodyNeeds_IsAnInversion()
    {
        using (_task.EnterBody())
        {
            Nest(_gate);
        }

        using (_gate.EnterScope())
        using (_task.BeginWait())
        {
        }

        Violation violation = Validator.The(ViolationKind.Inversion);
        Assert.Equal("gate > task > gate", violation.Ring());
        Assert.Contains("a wait, not a lock", violation.Message + ViolationText.Report(violation), StringComparison.Ordinal);
    }

    [Fact]
    public void WaitUnderALock_IsNotedOfLowerSeverity()
    {
        using (_gate.EnterScope())
        using (_task.BeginWait())
        {
        }

        Assert.Equal((ViolationKind.BlockingWait, ViolationSeverity.Info), (Validator.Violations[0].Kind, Validator.Violations[0].Severity));
    }

    [Fact]
    public void BodyThatStartsUnderALock_HasNoOrderWithIt()
    {
        using (_gate.EnterScope())
        using (_task.EnterBody())
        {
        }

        Assert.Empty(Validator.EdgeNames());
    }

    [Fact]
    public void SeveralBodiesAtOnce_AreFine()
    {
        using var other = new ScriptedThread("other");
        TrackedWait.BodyScope body = default;
        other.Do(() => body = _task.EnterBody());
        using (_task.EnterBody())
        using (_task.EnterBody())
        {
            Nest(_gate);
        }

        other.Do(() => body.Dispose());
        Assert.Empty(Kinds);
        Assert.Equal(0, Validator.HeldHere());
    }

    [Fact]
    public void WaitForABodyThatWaitsForTheWaiter_IsALiveDeadlock()
    {
        using var worker = new ScriptedThread("worker");
        worker.Do(() => _task.EnterBody());
        _gate.Enter();
        Task<Exception?> blocked = worker.Begin(() => _gate.Enter());
        Validator.UntilWaiting(1);
        using (_task.BeginWait())
        {
            Assert.Contains(ViolationKind.LiveDeadlock, Kinds);
        }

        _gate.Exit();
        ScriptedThread.Finish(blocked);
        worker.Do(_gate.Exit);
    }

    [Fact]
    public void SemaphoreOfSeveralSlotsThatIsFull_IsNotedWhenWaitedForUnderALock()
    {
        using var slots = new TrackedSemaphore("slots", 0, 2);
        using var other = new ScriptedThread("other");
        Task<Exception?> waiting = other.Begin(() =>
        {
            using (_gate.EnterScope())
            {
                slots.Wait();
            }
        });
        Observations.Until(() => Kinds.Contains(ViolationKind.BlockingWait));
        slots.Release();
        ScriptedThread.Finish(waiting);
    }
}
