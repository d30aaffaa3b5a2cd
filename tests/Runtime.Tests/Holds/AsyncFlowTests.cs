namespace LockGraph.Runtime.Tests.Holds;

/// <summary>Locks that a logical flow holds, across awaits and thread hops.</summary>
public sealed class AsyncFlowTests : ValidatorTest
{
    private readonly TrackedMonitor _monitor;
    private readonly TrackedSemaphore _semaphore;
    private readonly TrackedAsyncLock _lock;

    // Not in initializers, which run before the validator of the test is the current one.
    public AsyncFlowTests()
    {
        _monitor = new TrackedMonitor("monitor");
        _semaphore = new TrackedSemaphore("semaphore", 1, 1);
        _lock = new TrackedAsyncLock("lock");
    }

    [Fact]
    public async Task HoldAcrossAwaits_OrdersWhatIsTakenLater()
    {
        await Task.Run(async () =>
        {
            await _semaphore.WaitAsync();
            await Hop();
            using (await _lock.LockAsync())
            {
                await Hop();
                Nest(_monitor);
            }

            _semaphore.Release();
        });
        Assert.Equal(["lock > monitor", "semaphore > lock", "semaphore > monitor"], Validator.EdgeNames());
        Assert.Empty(Kinds);
    }

    [Fact]
    public async Task ReleasedHold_OrdersNothing()
    {
        await Task.Run(async () =>
        {
            await _semaphore.WaitAsync();
            await Hop();
            _semaphore.Release();
            await Hop();
            Nest(_monitor);
            using (await _lock.LockAsync())
            {
                await Hop();
            }

            Nest(_monitor);
            Assert.Equal(0, Validator.HeldHere());
        });
        Assert.Empty(Validator.EdgeNames());
    }

    [Fact]
    public async Task ChildWaitingForWhatItsParentHolds_IsNoRecursion()
    {
        await Task.Run(async () =>
        {
            Task child;
            using (await _lock.LockAsync())
            {
                var waits = new TaskCompletionSource();
                child = Task.Run(async () =>
                {
                    Task<TrackedAsyncLock.Releaser> wait = _lock.LockAsync();
                    waits.SetResult();
                    using (await wait)
                    {
                        await Hop();
                        Nest(_monitor);
                    }
                });
                await waits.Task;
            }

            await child;
        });
        Assert.Empty(Kinds);
        Assert.Equal(["lock > monitor"], Validator.EdgeNames());
    }

    [Fact]
    public async Task ContinuationsOfAPumpThatRunsInTasks_AreTheirFlow()
    {
        await Task.Run(async () =>
        {
            SynchronizationContext.SetSynchronizationContext(new TaskPump());
            using (await _lock.LockAsync())
            {
                await Task.Yield();
            }
        });
        Assert.Empty(Kinds);
    }

    [Fact]
    public async Task FlowWaitingForWhatItHolds_IsARecursionAlsoAfterAHop()
    {
        await Task.Run(async () =>
        {
            await _semaphore.WaitAsync();
            await Hop();
            Task again = _semaphore.WaitAsync();
            _semaphore.Release();
            await again;
            _semaphore.Release();
        });
        Assert.Equal([ViolationKind.Recursion], Kinds);
    }

    [Fact]
    public async Task ContendedWait_HoldsTheLockOnceItIsGranted()
    {
        using var holder = new ScriptedThread("holder");
        holder.Do(() => _semaphore.Wait());
        Task waiting = Task.Run(async () =>
        {
            await _semaphore.WaitAsync();
            Assert.True(_semaphore.IsHeldByCurrentFlow);
            Nest(_monitor);
            _semaphore.Release();
        });
        Validator.UntilWaiting(1);
        holder.Do(() => _semaphore.Release());
        await waiting;
        Assert.Equal(["semaphore > monitor"], Validator.EdgeNames());
    }

    [Fact]
    public async Task ContendedLockAsync_HoldsTheLockOnceItIsGranted()
    {
        using var holder = new ScriptedThread("holder");
        TrackedAsyncLock.Releaser held = default;
        holder.Do(() => held = _lock.Lock());
        Task waiting = Task.Run(async () =>
        {
            using (await _lock.LockAsync().ConfigureAwait(false))
            {
                Nest(_monitor);
            }
        });
        Validator.UntilWaiting(1);
        holder.Do(() => held.Dispose());
        await waiting;
        Assert.Equal(["lock > monitor"], Validator.EdgeNames());
        Assert.Empty(Kinds);
    }

    [Fact]
    public async Task TwoFlowsInBothOrders_AreAnInversion()
    {
        using var other = new TrackedAsyncLock("other");
        await Task.Run(() => Take(_lock, other));
        await Task.Run(() => Take(other, _lock));
        Assert.Equal([ViolationKind.Inversion], Kinds);
    }

    [Fact]
    public async Task ReleaseInAnotherMethodThanTheWait_IsFine()
    {
        await Task.Run(async () =>
        {
            await Begin();
            await Hop();
            Nest(_monitor);
            End();
            Assert.False(_semaphore.IsHeldByCurrentFlow);
        });
        Assert.Empty(Kinds);

        Task Begin() => _semaphore.WaitAsync();
        void End() => _semaphore.Release();
    }

    [Fact]
    public void ReleaseOnAnotherThread_EndsTheHoldOfTheOneThatWaited()
    {
        using var other = new ScriptedThread("other");
        _semaphore.Wait();
        Assert.True(_semaphore.IsHeldByCurrentFlow);
        other.Do(() => _semaphore.Release());
        Assert.False(_semaphore.IsHeldByCurrentFlow);
        Nest(_monitor);
        Assert.Empty(Validator.EdgeNames());
        Assert.Empty(Kinds);
    }

    [Fact]
    public void ChainSeenWithAnEndedHold_VouchesForNoLiveOne()
    {
        using var other = new ScriptedThread("other");
        _semaphore.Wait();
        other.Do(() => _semaphore.Release());
        Nest(_monitor);
        _semaphore.Wait();
        Nest(_monitor);
        _semaphore.Release();
        Assert.Equal(["semaphore > monitor"], Validator.EdgeNames());
    }

    [Fact]
    public void ChainSeenWhileAWaitWasPending_VouchesForNoHold()
    {
        using var holder = new ScriptedThread("holder");
        holder.Do(() => _semaphore.Wait());
        Task pending = _semaphore.WaitAsync();
        Assert.False(_semaphore.IsHeldByCurrentFlow);
        Nest(_monitor);
        Assert.Empty(Validator.EdgeNames());
        holder.Do(() => _semaphore.Release());
        Observations.Until(() => pending.IsCompleted);
        Nest(_monitor);
        _semaphore.Release();
        Assert.Equal(["semaphore > monitor"], Validator.EdgeNames());
    }

    [Fact]
    public async Task ParallelChildren_InheritAHoldThatTheyCannotRelease()
    {
        await Task.Run(async () =>
        {
            TrackedAsyncLock.Releaser held = await _lock.LockAsync();
            await Task.WhenAll(Task.Run(() => Nest(_monitor)), Task.Run(() => Assert.True(_lock.IsHeldByCurrentFlow)));
            Assert.Equal(["lock > monitor"], Validator.EdgeNames());
            Assert.Empty(Kinds);
            await Task.Run(held.Dispose);
        });
        Assert.Equal([ViolationKind.BadRelease], Kinds);
    }

    [Fact]
    public async Task LocksOfAChild_AreNoneOfItsParent()
    {
        await Task.Run(async () =>
        {
            await Task.Run(async () => await _semaphore.WaitAsync());
            Assert.False(_semaphore.IsHeldByCurrentFlow);
            Nest(_monitor);
            _semaphore.Release();
        });
        Assert.Empty(Validator.EdgeNames());
        Assert.Empty(Kinds);
    }

    [Fact]
    public async Task WaitStartedUnderAMonitorAndNotAwaited_IsNoViolation()
    {
        Task started;
        using (_monitor.EnterScope())
        {
            started = _semaphore.WaitAsync();
        }

        await started;
        _semaphore.Release();
        Assert.Empty(Kinds);
        Assert.Equal(["monitor > semaphore"], Validator.EdgeNames());
    }

    [Fact]
    public async Task AwaitUnderAMonitor_IsReportedAsSuch()
    {
        Exception? thrown = await Task.Run(() => Record.ExceptionAsync(HoldAcrossAwait));
        Assert.IsType<SynchronizationLockException>(thrown);
        Violation violation = Assert.Single(Validator.Violations);
        Assert.Equal((ViolationKind.AwaitUnderLock, "LG3001"), (violation.Kind, violation.RuleId));
    }

    [Fact]
    public void AwaitUnderAMonitorByAThreadThatEnds_IsNoLeakBesides()
    {
        Task<Exception?>? method = null;
        ScriptedThread.Run("careless", () =>
        {
            using IDisposable item = Validator.BeginWorkItem("item");
            method = Record.ExceptionAsync(HoldAcrossAwait);
            Assert.IsType<SynchronizationLockException>(method.GetAwaiter().GetResult());
        });
        Validator.CheckForLeaks();
        Assert.Equal([ViolationKind.AwaitUnderLock], Kinds);
    }

    [Fact]
    public void AwaitUnderAMutexThatIsDisposedAfterwards_IsToldOnce()
    {
        var mutex = new TrackedMutex("mutex");
        using var thread = new ScriptedThread("careless");
        thread.Do(() => Assert.IsType<ApplicationException>(Record.ExceptionAsync(async () =>
        {
            mutex.WaitOne();
            await new ElsewhereAwaitable();
            mutex.ReleaseMutex();
        }).GetAwaiter().GetResult()));
        mutex.Dispose();
        Assert.Equal([ViolationKind.AwaitUnderLock], Kinds);
    }

    [Fact]
    public void AwaitUnderAMonitorThatResumesAfterItsWorkItemEnded_IsToldOnce()
    {
        var resume = new ManualResetEventSlim();
        using var thread = new ScriptedThread("careless");
        Task<Exception?>? method = null;
        thread.Do(() =>
        {
            using IDisposable item = Validator.BeginWorkItem("item");
            method = Record.ExceptionAsync(() => HoldAcrossAwait(resume));
        });
        resume.Set();
        Assert.IsType<SynchronizationLockException>(ScriptedThread.Outcome(method!));
        Validator.CheckForLeaks();
        Assert.Equal([ViolationKind.Leak], Kinds);
    }

    [Fact]
    public void LeakOfAnotherThreadAtTheLineOfAnAwaitUnderALock_IsStillTold()
    {
        Task<Exception?>? method = null;
        using var thread = new ScriptedThread("careless");
        thread.Do(() => (method = Record.ExceptionAsync(HoldAcrossAwait)).GetAwaiter().GetResult());
        var other = new TrackedMonitor("monitor");
        ScriptedThread.Run("forgetful", () => other.Enter());
        Validator.CheckForLeaks();
        Assert.Equal([ViolationKind.AwaitUnderLock, ViolationKind.Leak], Kinds);
    }

    [Fact]
    public async Task TwiceDisposedReleaser_IsReportedAndRefused()
    {
        await Task.Run(async () =>
        {
            TrackedAsyncLock.Releaser held = await _lock.LockAsync();
            held.Dispose();
            Assert.Throws<SemaphoreFullException>(held.Dispose);
        });
        Assert.Equal([ViolationKind.BadRelease], Kinds);
    }

    [Fact]
    public async Task CanceledWait_LeavesNothing()
    {
        using var holder = new ScriptedThread("holder");
        holder.Do(() => _semaphore.Wait());
        await Task.Run(async () =>
        {
            using var soon = new CancellationTokenSource();
            Task wait = _semaphore.WaitAsync(soon.Token);
            await soon.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
            Assert.Equal(0, Validator.HeldHere());
            Nest(_monitor);
        });
        Assert.Empty(Validator.EdgeNames());
        Assert.Empty(Validator.CurrentWaits());
    }

    [Fact]
    public async Task LoopOfWaits_DoesNotGrowTheFlow()
    {
        await Task.Run(async () =>
        {
            for (int i = 0; i < 100; i++)
            {
                await _semaphore.WaitAsync();
                await Hop();
                _semaphore.Release();
            }

            Assert.Equal(0, Validator.HeldHere());
        });
        Assert.Empty(Kinds);
    }

    private static async Task Take(TrackedAsyncLock outer, TrackedAsyncLock inner)
    {
        using (await outer.LockAsync())
        {
            await Hop();
            using (await inner.LockAsync())
            {
                await Hop();
            }
        }
    }

    /// <summary>Runs each continuation in a task of its own, as the context of a test framework may.</summary>
    private sealed class TaskPump : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => Task.Run(() =>
        {
            SetSynchronizationContext(this);
            d(state);
            SetSynchronizationContext(null);
        });
    }

    private static async Task Hop()
    {
        await Task.Yield();
        await Task.Run(() => { }).ConfigureAwait(false);
    }

    private async Task HoldAcrossAwait() => await HoldAcrossAwait(new ManualResetEventSlim(initialState: true));

    private async Task HoldAcrossAwait(ManualResetEventSlim resume)
    {
        _monitor.Enter();
        await new ElsewhereAwaitable(resume);
        _monitor.Exit();
    }

    /// <summary>Resumes on a new thread, so that the method surely changes threads.</summary>
    private sealed class ElsewhereAwaitable(ManualResetEventSlim? resume = null) : System.Runtime.CompilerServices.INotifyCompletion
    {
        public bool IsCompleted => false;

        public ElsewhereAwaitable GetAwaiter() => this;

        public void OnCompleted(Action continuation) => new Thread(() =>
        {
            resume?.Wait();
            continuation();
        })
        {
            IsBackground = true,
        }.Start();

        public void GetResult()
        {
        }
    }
}
