namespace LockGraph.Runtime.Tests.Primitives;

/// <summary>What the twins answer while another thread has the lock.</summary>
public class ContendedCallTests : ValidatorTest
{
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void HeldMonitor_IsRefusedToEveryTryAndLeavesNothing()
    {
        var gate = new TrackedMonitor("A");
        WhileHeld(() => gate.Enter(), gate.Exit, () =>
        {
            bool taken = false;
            Assert.False(gate.TryEnter());
            Assert.False(gate.TryEnter(0));
            Assert.False(gate.TryEnter(1));
            Assert.False(gate.TryEnter(_moment));
            gate.TryEnter(ref taken);
            Assert.False(taken);
            gate.TryEnter(1, ref taken);
            Assert.False(taken);
            gate.TryEnter(_moment, ref taken);
            Assert.False(taken);
            Assert.False(gate.IsEntered);
            Assert.Throws<SynchronizationLockException>(gate.Exit);
        });
        Assert.Equal([ViolationKind.BadRelease], Kinds);
    }

#if TRACKED_LOCK
    [Fact]
    public void HeldLock_IsRefusedToEveryTryAndLeavesNothing()
    {
        var gate = new TrackedLock("A");
        WhileHeld(() => gate.Enter(), gate.Exit, () =>
        {
            Assert.False(gate.TryEnter());
            Assert.False(gate.TryEnter(1));
            Assert.False(gate.TryEnter(_moment));
            Assert.False(gate.IsHeldByCurrentThread);
            Assert.Throws<SynchronizationLockException>(gate.Exit);
        });
        Assert.Equal([ViolationKind.BadRelease], Kinds);
    }
#endif

    [Fact]
    public void HeldSlimLock_IsRefusedToEveryTryAndLeavesNothing()
    {
        using var gate = new TrackedReaderWriterLock("A");
        WhileHeld(() => gate.EnterWriteLock(), gate.ExitWriteLock, () =>
        {
            Assert.False(gate.TryEnterReadLock(0));
            Assert.False(gate.TryEnterReadLock(_moment));
            Assert.False(gate.TryEnterWriteLock(1));
            Assert.False(gate.TryEnterWriteLock(_moment));
            Assert.False(gate.TryEnterUpgradeableReadLock(1));
            Assert.False(gate.TryEnterUpgradeableReadLock(_moment));
        });
        Assert.Empty(Kinds);
    }

    [Fact]
    public void HeldSemaphore_IsRefusedToEveryTryAndLeavesNothing()
    {
        using var gate = new TrackedSemaphore("A", 1, 1);
        using var soon = new CancellationTokenSource();
        WhileHeld(() => gate.Wait(), () => gate.Release(), () =>
        {
            Assert.False(gate.Wait(0));
            Assert.False(gate.Wait(1, CancellationToken.None));
            Assert.False(gate.Wait(_moment));
            Assert.False(gate.WaitAsync(0).GetAwaiter().GetResult());
            Assert.False(gate.WaitAsync(_moment).GetAwaiter().GetResult());
            Task wait = gate.WaitAsync(soon.Token);
            soon.Cancel();
            Assert.ThrowsAny<OperationCanceledException>(() => wait.GetAwaiter().GetResult());
            Assert.Throws<OperationCanceledException>(() => gate.Wait(soon.Token));
        });
        Assert.Empty(Kinds);
    }

    [Fact]
    public void HeldMutex_IsRefusedToEveryTryAndLeavesNothing()
    {
        using var gate = new TrackedMutex("A");
        WhileHeld(() => gate.WaitOne(), gate.ReleaseMutex, () =>
        {
            Assert.False(gate.WaitOne(0));
            Assert.False(gate.WaitOne(1, false));
            Assert.False(gate.WaitOne(_moment));
            Assert.Throws<ApplicationException>(gate.ReleaseMutex);
        });
        Assert.Equal([ViolationKind.BadRelease], Kinds);
    }

    [Fact]
    public void HeldSpinLock_IsRefusedToEveryTryAndLeavesNothing()
    {
        var gate = new TrackedSpinLock("A");
        WhileHeld(() => Take(gate), gate.Exit, () =>
        {
            bool taken = false;
            gate.TryEnter(ref taken);
            Assert.False(taken);
            gate.TryEnter(1, ref taken);
            Assert.False(taken);
            gate.TryEnter(_moment, ref taken);
            Assert.False(taken);
            Assert.True(gate.IsHeld);
            Assert.Throws<SynchronizationLockException>(gate.Exit);
        });
        Assert.Equal([ViolationKind.BadRelease], Kinds);
    }

    [Fact]
    public void HeldAsyncLock_IsRefusedToATryAndToACanceledWait()
    {
        using var gate = new TrackedAsyncLock("A");
        using var soon = new CancellationTokenSource();
        TrackedAsyncLock.Releaser held = default;
        WhileHeld(() => held = gate.Lock(), () => held.Dispose(), () =>
        {
            Assert.False(gate.TryLock(out _));
            Task<TrackedAsyncLock.Releaser> wait = gate.LockAsync(soon.Token);
            soon.Cancel();
            Assert.ThrowsAny<OperationCanceledException>(() => wait.GetAwaiter().GetResult());
            Assert.True(gate.LockAsync(soon.Token).IsCanceled);
        });
        Assert.Empty(Kinds);
    }

    [Fact]
    public void BlockedEnters_GetTheLockWhenItIsFree()
    {
        var monitor = new TrackedMonitor("A");
        using var slim = new TrackedReaderWriterLock("B");
        using var mutex = new TrackedMutex("C");
        using var semaphore = new TrackedSemaphore("D", 1, 1);
        var spin = new TrackedSpinLock("E");
        foreach ((Action enter, Action exit) in new (Action, Action)[]
        {
            (() => monitor.Enter(), monitor.Exit),
            (() => monitor.TryEnter(Timeout.Infinite), monitor.Exit),
            (() => slim.EnterReadLock(), slim.ExitReadLock),
            (() => slim.EnterUpgradeableReadLock(), slim.ExitUpgradeableReadLock),
            (() => slim.EnterWriteLock(), slim.ExitWriteLock),
            (() => mutex.WaitOne(), mutex.ReleaseMutex),
            (() => semaphore.Wait(), () => semaphore.Release()),
            (() => Take(spin), spin.Exit),
        })
        {
            // Twice: the first contended entry is judged, the second takes the known path.
            for (int round = 0; round < 2; round++)
            {
                using var other = new ScriptedThread("other");
                Occupy();
                Task<Exception?> blocked = other.Begin(enter);
                Validator.UntilWaiting(1);
                Freed();
                ScriptedThread.Finish(blocked);
                other.Do(exit);
                other.Do(() => Assert.Equal(0, Validator.HeldHere()));
            }
        }

        Assert.Empty(Kinds);

        void Occupy()
        {
            monitor.Enter();
            slim.EnterWriteLock();
            mutex.WaitOne();
            semaphore.Wait();
            Take(spin);
        }

        void Freed()
        {
            spin.Exit();
            semaphore.Release();
            mutex.ReleaseMutex();
            slim.ExitWriteLock();
            monitor.Exit();
        }
    }

    [Fact]
    public void InterruptedWait_LeavesNothing()
    {
        var gate = new TrackedMonitor("A");
        Thread? thread = null;
        WhileHeld(() => gate.Enter(), gate.Exit, () =>
        {
            using var other = new ScriptedThread("other");
            other.Do(() => thread = Thread.CurrentThread);
            Task<Exception?> blocked = other.Begin(() => gate.Enter());
            Validator.UntilWaiting(1);
            thread!.Interrupt();
            Assert.IsType<ThreadInterruptedException>(ScriptedThread.Outcome(blocked));
            other.Do(() => Assert.Equal(0, Validator.HeldHere()));
        });
        Assert.Empty(Validator.CurrentWaits());
    }

    private static void Take(TrackedSpinLock spin)
    {
        bool taken = false;
        spin.Enter(ref taken);
    }

    private void WhileHeld(Action enter, Action exit, Action look)
    {
        using var owner = new ScriptedThread("owner");
        owner.Do(enter);
        look();
        Assert.Equal(0, Validator.HeldHere());
        owner.Do(exit);
        owner.Do(() => Assert.Equal(0, Validator.HeldHere()));
    }
}
