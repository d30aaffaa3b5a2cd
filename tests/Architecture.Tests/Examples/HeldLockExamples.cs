using LockGraph;

namespace Bank;

public class HeldLockExamples
{
    [Fact]
    public async Task AsynchronousLock_IsHeldByTheFlow()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        using var gate = new TrackedAsyncLock("bank.transfer");
        using (await gate.LockAsync())
        {
            await Task.Yield();
            Assert.True(gate.IsHeldByCurrentFlow);
        }

        Assert.False(gate.IsHeldByCurrentFlow);
        Assert.Empty(validator.Violations);
    }

    [Fact]
    public async Task SemaphoreOfOneSlot_MayBeHandedToAChild()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        using var slot = new TrackedSemaphore("bank.slot");
        await slot.WaitAsync();
        await Task.Run(() => slot.Release());
        Assert.False(slot.IsHeldByCurrentFlow);
        Assert.Empty(validator.Violations);
    }

    [Fact]
    public async Task AsynchronousLock_MayNotBeReleasedByAChild()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        using var gate = new TrackedAsyncLock("bank.transfer");
        TrackedAsyncLock.Releaser releaser = await gate.LockAsync();
        await Task.Run(() => releaser.Dispose());
        Violation found = Assert.Single(validator.Violations);
        Assert.Equal((ViolationKind.BadRelease, "a child flow may not release what its parent took"), (found.Kind, found.Detail));
    }

    [Fact]
    public void SemaphoreOfTwoSlots_IsNoLock()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        using var slots = new TrackedSemaphore("bank.slots", initialCount: 2);
        var gate = new TrackedLock("bank.gate");
        using (gate.EnterScope())
        {
            slots.Wait();
        }

        Assert.DoesNotContain(validator.TakeSnapshot().Edges, edge => edge.Inner == "bank.slots");
    }

    [Fact]
    public void Release_MayComeInAnyOrder()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        TrackedLock a = new("a"), b = new("b"), c = new("c");
        a.Enter();
        b.Enter();
        a.Exit();
        c.Enter();
        b.Exit();
        c.Exit();
        Assert.Empty(validator.Violations);
        Assert.Equal(["a > b", "b > c"], ObservedOrder.Of(validator));
    }

    [Fact]
    public void Edges_StartAtEveryHeldLock()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        TrackedLock a = new("a"), b = new("b"), c = new("c");
        using (a.EnterScope())
        using (b.EnterScope())
        using (c.EnterScope())
        {
        }

        Assert.Equal(["a > b", "a > c", "b > c"], ObservedOrder.Of(validator));
    }

    [Fact]
    public void WaitForABody_IsOrderedLikeALock()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        var gate = new TrackedLock("gate");
        var flush = new TrackedWait("flush");

        // The callback needs the gate …
        using (flush.EnterBody())
        using (gate.EnterScope())
        {
        }

        // … and somebody waits for the callback while holding it.
        using (gate.EnterScope())
        using (flush.BeginWait())
        {
        }

        Assert.Equal([ViolationKind.BlockingWait, ViolationKind.Inversion], validator.Violations.Select(found => found.Kind));
    }
}
