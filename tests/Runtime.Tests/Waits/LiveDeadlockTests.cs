namespace LockGraph.Runtime.Tests.Waits;

public class LiveDeadlockTests
{
    private static readonly string[] _names = ["one", "two", "three"];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void RingOfThreadsInModeAssert_ThrowsInTheClosingThreadAndTheOthersFinish(int count)
    {
        LockOrderValidator validator = Validator(LockGraphMode.Assert);
        using (validator.MakeCurrent())
        {
            // One class of ordered locks: the order of classes cannot tell of the deadlock before it happens.
            TrackedMonitor[] gates = [.. Enumerable.Range(0, count).Select(_ => new TrackedMonitor(new LockClass("gate")) { OrderKey = AlwaysBelow.Instance })];
            ScriptedThread[] threads = [.. _names.Take(count).Select(name => new ScriptedThread(name))];
            for (int i = 0; i < count; i++)
            {
                int own = i;
                threads[i].Do(() => gates[own].Enter());
            }

            Task<Exception?>[] waits = [.. Enumerable.Range(0, count - 1).Select(i => Cross(validator, threads, gates, i))];
            int last = count - 1;
            Exception? thrown = ScriptedThread.Outcome(threads[last].Begin(() => gates[0].Enter()));
            Violation violation = Assert.IsType<LockOrderViolationException>(thrown).Violation;
            Assert.Equal(ViolationKind.LiveDeadlock, violation.Kind);
            Assert.Equal(_names.Take(count).Order(), violation.Waits.Select(wait => wait.Flow).Order());
            Assert.All(violation.Waits, wait => Assert.NotNull(wait.Stack));
            Assert.All(violation.Waits, wait => Assert.Single(wait.Held));
            threads[last].Do(() => Assert.Equal(1, validator.HeldHere()));
            for (int i = last; i >= 0; i--)
            {
                int own = i;
                if (i < last)
                {
                    ScriptedThread.Finish(waits[i]);
                    threads[i].Do(gates[own + 1].Exit);
                }

                threads[i].Do(gates[own].Exit);
                threads[i].Do(() => Assert.Equal(0, validator.HeldHere()));
                threads[i].Dispose();
            }

            Assert.Empty(validator.CurrentWaits());
            Assert.All(gates, gate => Assert.True(gate.TryEnter()));
        }
    }

    [Fact]
    public void WaitStartedUnderAMonitorThatWasLeftSince_ClosesNoRing()
    {
        LockOrderValidator validator = Validator(LockGraphMode.Observe);
        using (validator.MakeCurrent())
        {
            var monitor = new TrackedMonitor("monitor");
            using var semaphore = new TrackedSemaphore("semaphore", 1, 1);
            using var one = new ScriptedThread("one");
            using var two = new ScriptedThread("two");
            using var three = new ScriptedThread("three");
            two.Do(() => semaphore.Wait());
            Task? pending = null;
            one.Do(() =>
            {
                using (monitor.EnterScope())
                {
                    pending = semaphore.WaitAsync();
                }
            });
            three.Do(() => monitor.Enter());
            Task<Exception?> waiting = two.Begin(() => monitor.Enter());
            validator.UntilWaiting(2);
            three.Do(monitor.Exit);
            ScriptedThread.Finish(waiting);
            two.Do(monitor.Exit);
            two.Do(() => semaphore.Release());
            Observations.Until(() => pending!.IsCompleted);
            one.Do(() => semaphore.Release());
            Assert.DoesNotContain(ViolationKind.LiveDeadlock, validator.Kinds());
        }
    }

    [Fact]
    public void SemaphoreThatSomebodyElseReleasedMeanwhile_ClosesNoRing()
    {
        LockOrderValidator validator = Validator(LockGraphMode.Observe);
        using (validator.MakeCurrent())
        {
            var monitor = new TrackedMonitor("monitor");
            using var semaphore = new TrackedSemaphore("semaphore", 1, 1);
            using var one = new ScriptedThread("one");
            using var two = new ScriptedThread("two");
            using var three = new ScriptedThread("three");
            two.Do(() => monitor.Enter());
            one.Do(() => semaphore.Wait());
            Task<Exception?> first = one.Begin(() => monitor.Enter());
            validator.UntilWaiting(1);
            three.Do(() => semaphore.Release());
            three.Do(() => semaphore.Wait());
            Task<Exception?> second = two.Begin(() => semaphore.Wait());
            validator.UntilWaiting(2);
            three.Do(() => semaphore.Release());
            ScriptedThread.Finish(second);
            two.Do(() => semaphore.Release());
            two.Do(monitor.Exit);
            ScriptedThread.Finish(first);
            one.Do(monitor.Exit);
            Assert.DoesNotContain(ViolationKind.LiveDeadlock, validator.Kinds());
        }
    }

    [Fact]
    public void FlowsSuspendedInARing_AreReported()
    {
        LockOrderValidator validator = Validator(LockGraphMode.Observe);
        using (validator.MakeCurrent())
        {
            TrackedSemaphore[] gates = [new("A", 1, 1), new("B", 1, 1)];
            using var one = new ScriptedThread("one");
            using var two = new ScriptedThread("two");
            Task? waitOfOne = null;
            one.Do(() => gates[0].Wait());
            two.Do(() => gates[1].Wait());
            one.Do(() => waitOfOne = gates[1].WaitAsync());
            two.Do(() => _ = gates[0].WaitAsync());
            Assert.Contains(ViolationKind.LiveDeadlock, validator.Kinds());
            two.Do(() => gates[1].Release());
            Observations.Until(() => waitOfOne!.IsCompleted);
        }
    }

    [Fact]
    public void RingInModeObserve_IsReportedWhileTheThreadsHang()
    {
        LockOrderValidator validator = Validator(LockGraphMode.Observe);
        using (validator.MakeCurrent())
        {
            TrackedMutex[] gates = [new("A"), new("B")];
            ScriptedThread[] threads = [.. _names.Take(2).Select(name => new ScriptedThread(name))];
            threads[0].Do(() => gates[0].WaitOne());
            threads[1].Do(() => gates[1].WaitOne());
            Thread? second = null;
            threads[1].Do(() => second = Thread.CurrentThread);
            Task<Exception?> first = threads[0].Begin(() => gates[1].WaitOne());
            validator.UntilWaiting(1);
            Task<Exception?> closing = threads[1].Begin(() => gates[0].WaitOne());
            Observations.Until(() => validator.Kinds().Contains(ViolationKind.LiveDeadlock));
            validator.UntilWaiting(2);
            second!.Interrupt();
            Assert.IsType<ThreadInterruptedException>(ScriptedThread.Outcome(closing));
            threads[1].Do(gates[1].ReleaseMutex);
            ScriptedThread.Finish(first);
            threads[0].Do(gates[1].ReleaseMutex);
            threads[0].Do(gates[0].ReleaseMutex);
            Array.ForEach(threads, thread => thread.Dispose());
            Assert.Equal([ViolationKind.Inversion, ViolationKind.LiveDeadlock], validator.Kinds());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReaderBehindAQueuedWriter_IsPartOfTheRing(bool upgradeable)
    {
        LockOrderValidator validator = Validator(LockGraphMode.Observe);
        using (validator.MakeCurrent())
        {
            using var slim = new TrackedReaderWriterLock("slim");
            var gate = new TrackedMonitor("gate");
            using var reader = new ScriptedThread("reader");
            using var writer = new ScriptedThread("writer");
            using var late = new ScriptedThread("late reader");
            Thread? lateThread = null;
            reader.Do(() => slim.EnterReadLock());
            late.Do(() =>
            {
                lateThread = Thread.CurrentThread;
                gate.Enter();
            });
            Task<Exception?> writing = writer.Begin(() => slim.EnterWriteLock());
            Observations.Until(() => slim.WaitingWriteCount == 1);
            Task<Exception?> first = reader.Begin(() => gate.Enter());
            validator.UntilWaiting(2);
            Task<Exception?> closing = late.Begin(() =>
            {
                if (upgradeable)
                {
                    slim.EnterUpgradeableReadLock();
                }
                else
                {
                    slim.EnterReadLock();
                }
            });
            Observations.Until(() => validator.Kinds().Contains(ViolationKind.LiveDeadlock));
            Observations.Until(() => slim.WaitingReadCount + slim.WaitingUpgradeCount == 1);
            Assert.Equal(3, validator.The(ViolationKind.LiveDeadlock).Waits.Count);
            lateThread!.Interrupt();
            Assert.IsType<ThreadInterruptedException>(ScriptedThread.Outcome(closing));
            late.Do(gate.Exit);
            ScriptedThread.Finish(first);
            reader.Do(gate.Exit);
            reader.Do(slim.ExitReadLock);
            ScriptedThread.Finish(writing);
            writer.Do(slim.ExitWriteLock);
        }
    }

    [Fact]
    public void UpgradeThatWaitsForAReaderWhoWaitsForTheUpgrader_IsARing()
    {
        LockOrderValidator validator = Validator(LockGraphMode.Observe);
        using (validator.MakeCurrent())
        {
            using var slim = new TrackedReaderWriterLock("slim");
            var gate = new TrackedMonitor("gate");
            using var upgrader = new ScriptedThread("upgrader");
            using var reader = new ScriptedThread("reader");
            Thread? upgraderThread = null;
            upgrader.Do(() =>
            {
                upgraderThread = Thread.CurrentThread;
                slim.EnterUpgradeableReadLock();
                gate.Enter();
            });
            reader.Do(() => slim.EnterReadLock());
            Task<Exception?> first = reader.Begin(() => gate.Enter());
            validator.UntilWaiting(1);
            Task<Exception?> closing = upgrader.Begin(() => slim.EnterWriteLock());
            Observations.Until(() => slim.WaitingWriteCount == 1);
            Assert.Equal(["reader", "upgrader"], validator.The(ViolationKind.LiveDeadlock).Waits.Select(wait => wait.Flow).Order());
            upgraderThread!.Interrupt();
            Assert.IsType<ThreadInterruptedException>(ScriptedThread.Outcome(closing));
            upgrader.Do(gate.Exit);
            ScriptedThread.Finish(first);
            reader.Do(gate.Exit);
            reader.Do(slim.ExitReadLock);
            upgrader.Do(slim.ExitUpgradeableReadLock);
            upgrader.Do(() => Assert.Equal(0, validator.HeldHere()));
        }
    }

    [Fact]
    public void TwoUpgradersOfOneLock_AreNoRing()
    {
        LockOrderValidator validator = Validator(LockGraphMode.Assert);
        using (validator.MakeCurrent())
        {
            using var slim = new TrackedReaderWriterLock("slim");
            using var one = new ScriptedThread("one");
            using var two = new ScriptedThread("two");
            one.Do(() => slim.EnterUpgradeableReadLock());
            Task<Exception?> waiting = two.Begin(() => slim.EnterUpgradeableReadLock());
            validator.UntilWaiting(1);
            one.Do(() => slim.EnterWriteLock());
            one.Do(slim.ExitWriteLock);
            one.Do(slim.ExitUpgradeableReadLock);
            ScriptedThread.Finish(waiting);
            two.Do(slim.ExitUpgradeableReadLock);
            Assert.Empty(validator.Violations);
        }
    }

    [Fact]
    public async Task RingOfAsyncFlowsInModeAssert_ThrowsInTheClosingOneAndTheOtherFinishes()
    {
        LockOrderValidator validator = Validator(LockGraphMode.Assert);
        using (validator.MakeCurrent())
        {
            TrackedAsyncLock[] gates = [.. Enumerable.Range(0, 2).Select(_ => new TrackedAsyncLock(new LockClass("gate")) { OrderKey = AlwaysBelow.Instance })];
            var taken = new TaskCompletionSource();
            Task first = Task.Run(async () =>
            {
                using (await gates[0].LockAsync())
                {
                    await taken.Task;
                    using (await gates[1].LockAsync())
                    {
                    }
                }
            });
            await Task.Run(async () =>
            {
                using (await gates[1].LockAsync())
                {
                    taken.SetResult();
                    validator.UntilWaiting(1);
                    var thrown = await Assert.ThrowsAsync<LockOrderViolationException>(() => gates[0].LockAsync());
                    Assert.Equal(ViolationKind.LiveDeadlock, thrown.Violation.Kind);
                }
            });
            await first;
            Assert.Empty(validator.CurrentWaits());
            Assert.Equal([ViolationKind.LiveDeadlock], validator.Kinds());
        }
    }

    [Fact]
    public async Task RingAfterAContendedWait_IsSeenAsWell()
    {
        LockOrderValidator validator = Validator(LockGraphMode.Assert);
        using (validator.MakeCurrent())
        {
            TrackedAsyncLock[] gates = [.. Enumerable.Range(0, 2).Select(_ => new TrackedAsyncLock(new LockClass("gate")) { OrderKey = AlwaysBelow.Instance })];
            using var blocker = new ScriptedThread("blocker");
            TrackedAsyncLock.Releaser blocking = default;
            blocker.Do(() => blocking = gates[0].Lock());
            var taken = new TaskCompletionSource();
            var granted = new TaskCompletionSource();
            Task first = Task.Run(async () =>
            {
                using (await gates[0].LockAsync().ConfigureAwait(false))
                {
                    granted.SetResult();
                    await taken.Task.ConfigureAwait(false);
                    using (await gates[1].LockAsync().ConfigureAwait(false))
                    {
                    }
                }
            });
            validator.UntilWaiting(1);
            blocker.Do(() => blocking.Dispose());
            await granted.Task;
            await Task.Run(async () =>
            {
                using (await gates[1].LockAsync())
                {
                    taken.SetResult();
                    validator.UntilWaiting(1);
                    await Assert.ThrowsAsync<LockOrderViolationException>(() => gates[0].LockAsync());
                }
            });
            await first;
        }
    }

    [Fact]
    public void BoundedWaits_CloseNoRing()
    {
        LockOrderValidator validator = Validator(LockGraphMode.Assert);
        using (validator.MakeCurrent())
        {
            var a = new TrackedMonitor("A");
            var b = new TrackedMonitor("B");
            using var one = new ScriptedThread("one");
            using var two = new ScriptedThread("two");
            one.Do(() => a.Enter());
            two.Do(() => b.Enter());
            Task<Exception?> waiting = one.Begin(() => b.Enter());
            validator.UntilWaiting(1);
            two.Do(() => Assert.False(a.TryEnter(1)));
            two.Do(b.Exit);
            ScriptedThread.Finish(waiting);
            one.Do(b.Exit);
            one.Do(a.Exit);
            Assert.Empty(validator.Violations);
        }
    }

    private static Task<Exception?> Cross(LockOrderValidator validator, ScriptedThread[] threads, TrackedMonitor[] gates, int index)
    {
        Task<Exception?> waiting = threads[index].Begin(() => gates[index + 1].Enter());
        validator.UntilWaiting(index + 1);
        return waiting;
    }

    private static LockOrderValidator Validator(LockGraphMode mode) => new(new ValidatorSettings { Mode = mode, DeclaredOrder = DeclaredOrder.Empty });

    /// <summary>A key that claims to precede every other: a lie that the order of classes cannot see through.</summary>
    private sealed class AlwaysBelow : IComparable
    {
        public static readonly AlwaysBelow Instance = new();

        public int CompareTo(object? obj) => -1;
    }
}
