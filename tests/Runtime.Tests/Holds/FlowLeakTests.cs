using System.Runtime.CompilerServices;

namespace LockGraph.Runtime.Tests.Holds;

/// <summary>Locks of logical flows that nobody gives back.</summary>
public sealed class FlowLeakTests : ValidatorTest
{
    private readonly TrackedMonitor _monitor;
    private readonly TrackedSemaphore _semaphore;
    private readonly TrackedAsyncLock _lock;

    // Not in initializers, which run before the validator of the test is the current one.
    public FlowLeakTests()
    {
        _monitor = new TrackedMonitor("monitor");
        _semaphore = new TrackedSemaphore("semaphore", 1, 1);
        _lock = new TrackedAsyncLock("lock");
    }

    [Fact]
    public async Task AsynchronousMethodsThatKeepTheirLocks_AreLeaks()
    {
        await Task.Run(() => Keep(_lock));
        await Task.Run(() => Keep(_semaphore));
        Validator.CheckForLeaks();
        Validator.CheckForLeaks();
        Assert.Equal([ViolationKind.Leak, ViolationKind.Leak], Kinds);
        Assert.Equal(["semaphore", "lock"], Validator.Violations.Select(violation => violation.Attempted.Name));
        Assert.All(Validator.Violations, violation => Assert.Contains(nameof(FlowLeakTests) + ".cs:", violation.Attempted.Site.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task LockGrantedAfterAWaitAndKept_IsALeak()
    {
        using var holder = new ScriptedThread("holder");
        holder.Do(() => _semaphore.Wait());
        Task kept = Task.Run(() => Keep(_semaphore));
        Validator.UntilWaiting(1);
        holder.Do(() => _semaphore.Release());
        await kept;
        Validator.CheckForLeaks();
        Assert.Equal([ViolationKind.Leak], Kinds);
    }

    [Fact]
    public async Task LockTakenInATaskAndKept_IsALeakOnAThreadThatLives()
    {
        await Task.Run(() => _semaphore.Wait());
        Validator.CheckForLeaks();
        Assert.Equal([ViolationKind.Leak], Kinds);
    }

    [Fact]
    public async Task HoldOfTheFlowThatAsks_IsNone()
    {
        await Task.Run(async () =>
        {
            using (await _lock.LockAsync())
            {
                await Task.Yield();
                Validator.CheckForLeaks();
            }
        });
        Assert.Empty(Kinds);
    }

    [Fact]
    public void LockThatNobodyCanReachAnyMore_IsStillTold()
    {
        WeakReference? gone = null;
        ScriptedThread.Run("careless", () => gone = KeepOneThatIsForgotten());

        // The next thread that comes makes the validator forget those that ended.
        ScriptedThread.Run("other", () => Nest(_monitor));
        Observations.Until(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !gone!.IsAlive;
        });
        Validator.CheckForLeaks();
        Assert.Equal("forgotten", Validator.The(ViolationKind.Leak).Attempted.Name);
    }

    [Fact]
    public async Task ReleasedAndTerminalHolds_AreNone()
    {
        await Task.Run(async () =>
        {
            using (await _lock.LockAsync())
            {
                await Task.Yield();
            }

            await _semaphore.WaitAsync();
            _semaphore.DeclareTerminalHold();
        });
        Validator.CheckForLeaks();
        Assert.Empty(Kinds);
    }

    [Fact]
    public async Task LockThatWasDisposedWhileHeld_IsToldOnce()
    {
        await Task.Run(() => Keep(_lock));
        _lock.Dispose();
        Validator.CheckForLeaks();
        Assert.Equal([ViolationKind.HeldFreed], Kinds);
    }

    [Fact]
    public void HoldThatALivingThreadRuns_IsNone()
    {
        using var thread = new ScriptedThread("busy");
        thread.Do(() => _semaphore.Wait());
        Validator.CheckForLeaks();
        Assert.Empty(Kinds);
        thread.Do(() => _semaphore.Release());
    }

    [Fact]
    public async Task HoldOfAFlowThatWaitsForALock_IsNone()
    {
        using var holder = new ScriptedThread("holder");
        holder.Do(() => _semaphore.Wait());
        Task waiting = Task.Run(async () =>
        {
            using (await _lock.LockAsync())
            {
                await _semaphore.WaitAsync();
                _semaphore.Release();
            }
        });
        Validator.UntilWaiting(1);
        Validator.CheckForLeaks();
        holder.Do(() => _semaphore.Release());
        await waiting;
        Assert.Empty(Kinds);
    }

    [Fact]
    public async Task WorkItem_TellsWhatItsFlowsKeepAndNothingElse()
    {
        using var other = new TrackedAsyncLock("other");
        var release = new TaskCompletionSource();
        var isHeld = new TaskCompletionSource();
        Task beside = Task.Run(async () =>
        {
            using (await other.LockAsync())
            {
                isHeld.SetResult();
                await release.Task;
            }
        });
        await isHeld.Task;
        using (Validator.BeginWorkItem("request 7"))
        {
            await Keep(_lock);
            await Task.Run(() => Keep(_semaphore));
        }

        Assert.Equal(["lock", "semaphore"], Validator.Violations.Select(violation => violation.Attempted.Name));
        Assert.All(Validator.Violations, violation => Assert.StartsWith("request 7 ended while it held", violation.Message, StringComparison.Ordinal));
        release.SetResult();
        await beside;
        await Keep(other);
        Assert.Equal(2, Validator.Violations.Count);
    }

    [Fact]
    public async Task InnerWorkItem_TellsItsOwnAndTheOuterOneTheRest()
    {
        using (Validator.BeginWorkItem("outer"))
        {
            using (Validator.BeginWorkItem("inner"))
            {
                await Keep(_lock);
            }

            await Keep(_semaphore);
        }

        Assert.Equal(["inner", "outer"], Validator.Violations.Select(violation => violation.Detail));
    }

    [Fact]
    public void WorkItemThatEndsOnAnotherThread_LeavesTheFirstOneAlone()
    {
        using var first = new ScriptedThread("first");
        using var second = new ScriptedThread("second");
        IDisposable? item = null;
        first.Do(() => item = Validator.BeginWorkItem("item"));
        first.Do(() => _monitor.Enter());
        second.Do(() => item!.Dispose());
        first.Do(() => _monitor.Exit());
        Assert.Empty(Kinds);
    }

    [Fact]
    public async Task LeaksInModeAssert_AreAllRecordedBeforeOneIsThrown()
    {
        LockOrderValidator asserting = Asserting();
        using (asserting.MakeCurrent())
        {
            var gate = new TrackedMonitor("A");
            var gates = new TrackedAsyncLock("B");
            ScriptedThread.Run("careless", () => gate.Enter());
            await Task.Run(() => Keep(gates));
            Assert.Throws<LockOrderViolationException>(asserting.CheckForLeaks);
            Assert.Equal([ViolationKind.Leak, ViolationKind.Leak], asserting.Kinds());
        }
    }

    private static async Task Keep(TrackedAsyncLock gate)
    {
        await gate.LockAsync();
        await Task.Yield();
    }

    private static async Task Keep(TrackedSemaphore gate)
    {
        await gate.WaitAsync();
        await Task.Yield();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference KeepOneThatIsForgotten()
    {
        var gate = new TrackedAsyncLock("forgotten");
        Task kept = Take(gate);
        Assert.True(kept.IsCompletedSuccessfully);
        return new WeakReference(gate);

        static async Task Take(TrackedAsyncLock gate) => await gate.LockAsync();
    }
}
