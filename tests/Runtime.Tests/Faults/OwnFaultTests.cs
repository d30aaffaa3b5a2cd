using System.Diagnostics.Metrics;

namespace LockGraph.Runtime.Tests.Faults;

/// <summary>What user code does inside the validator never reaches the host, and the held-lock stack stays balanced.</summary>
public class OwnFaultTests
{
    [Theory]
    [InlineData(LockGraphMode.Observe)]
    [InlineData(LockGraphMode.Assert)]
    public void SinkThatThrows_IsCountedAndTheOthersHear(LockGraphMode mode)
    {
        var heard = new CollectingSink();
        LockOrderValidator validator = With(mode, new ActingSink(_ => throw new InvalidOperationException("sink")), heard);
        using (validator.MakeCurrent())
        {
            TrackedMonitor[] locks = [new("A"), new("B")];
            Take(locks[0], locks[1]);
            Exception? thrown = Record.Exception(() => Take(locks[1], locks[0]));
            Assert.Equal(mode == LockGraphMode.Assert, thrown is LockOrderViolationException);
            Assert.Single(heard.Violations);
            Assert.Equal(1, validator.OwnFaults);
            Assert.Equal("sink", validator.FirstOwnFault!.Message);
            Assert.Equal(1, validator.TakeSnapshot().OwnFaults);
            Assert.Equal(0, validator.HeldHere());
        }
    }

    [Theory]
    [InlineData(LockGraphMode.Observe)]
    [InlineData(LockGraphMode.Assert)]
    public void SinkThatTakesTrackedLocks_EvenTheOneThatIsJudged_IsNotJudged(LockGraphMode mode)
    {
        TrackedMonitor[] locks = [];
        TrackedSemaphore? semaphore = null;
        int reports = 0;
        LockOrderValidator validator = With(mode, new ActingSink(_ =>
        {
            reports++;
            Take(locks[1], locks[0]);
            Take(locks[0], locks[1]);
            semaphore!.Wait();
            semaphore.Release();
            Assert.True(locks[0].TryEnter());
            locks[0].Exit();
        }));
        using (validator.MakeCurrent())
        {
            locks = [new("A"), new("B")];
            using TrackedSemaphore used = semaphore = new TrackedSemaphore("C", 1, 1);
            Take(locks[0], locks[1]);
            Exception? thrown = Record.Exception(() => Take(locks[1], locks[0]));
            Assert.Equal(mode == LockGraphMode.Assert, thrown is LockOrderViolationException);
            Assert.Equal((1, 0L), (reports, validator.OwnFaults));
            Assert.Equal(0, validator.HeldHere());
            Assert.Equal(["A > B", "B > A"], validator.EdgeNames());
            Assert.False(locks[0].IsEntered);
            Assert.False(locks[1].IsEntered);
        }
    }

    [Fact]
    public void SinkThatLeavesATrackedLockHeld_IsSeenByTheNextWorkItem()
    {
        TrackedMonitor? kept = null;
        LockOrderValidator validator = With(LockGraphMode.Observe, new ActingSink(_ => kept!.Enter()));
        using (validator.MakeCurrent())
        {
            kept = new TrackedMonitor("kept");
            TrackedMonitor[] locks = [new("A"), new("B")];
            Take(locks[0], locks[1]);
            using (validator.BeginWorkItem("item"))
            {
                Take(locks[1], locks[0]);
            }

            Assert.Contains(validator.Violations, violation => violation is { Kind: ViolationKind.Leak, Attempted.Name: "kept" });
        }
    }

    [Fact]
    public void SinkOnAnotherThread_MayTakeTheLockThatTheGuiltyOneHolds()
    {
        var waiter = new ManualResetEventSlim();
        TrackedMonitor? a = null;
        LockOrderValidator validator = With(LockGraphMode.Observe, new ActingSink(_ =>
            ScriptedThread.Run("reporter", () =>
            {
                Assert.True(a!.TryEnter());
                a.Exit();
                waiter.Set();
            })));
        using (validator.MakeCurrent())
        {
            a = new TrackedMonitor("A");
            var b = new TrackedMonitor("B");
            Take(a, b);
            Take(b, a);
            Assert.True(waiter.IsSet);
            Assert.Equal(0, validator.OwnFaults);
        }
    }

    [Fact]
    public void SinkOfAnExplicitFlow_IsNotJudgedOnItsThread()
    {
        TrackedMonitor[] locks = [];
        LockOrderValidator validator = With(LockGraphMode.Observe, new ActingSink(_ =>
        {
            Take(locks[0], locks[1]);
            Take(locks[1], locks[0]);
        }));
        using (validator.MakeCurrent())
        {
            locks = [new("A"), new("B")];
            ExecutionFlow flow = validator.OpenFlow("replayed");
            validator.Release(flow, validator.CreateInstance(new LockClass("C")));
            Assert.Equal([ViolationKind.BadRelease], validator.Kinds());
            Assert.Empty(validator.EdgeNames());
        }
    }

    [Fact]
    public void SinkThatHearsOfALatePromise_IsNotJudged()
    {
        TrackedMonitor[] locks = [];
        int reports = 0;
        LockOrderValidator validator = With(LockGraphMode.Observe, new ActingSink(_ =>
        {
            reports++;
            Take(locks[0], locks[2]);
            Take(locks[2], locks[0]);
        }));
        using (validator.MakeCurrent())
        {
            locks = [new("A"), new("B"), new("C")];
            Take(locks[0], locks[1]);
            validator.Declare(OrderDeclaration.Before("test", "B", "A"));
            Assert.Equal((1, ViolationKind.DeclaredOrder), (reports, Assert.Single(validator.Violations).Kind));
        }
    }

    [Fact]
    public void SinkThatHearsOfALeak_IsNotJudged()
    {
        TrackedMonitor[] locks = [];
        LockOrderValidator validator = With(LockGraphMode.Observe, new ActingSink(_ =>
        {
            Take(locks[0], locks[1]);
            Take(locks[1], locks[0]);
        }));
        using (validator.MakeCurrent())
        {
            locks = [new("A"), new("B"), new("C")];
            ScriptedThread.Run("careless", () => locks[2].Enter());
            validator.CheckForLeaks();
            Assert.Equal([ViolationKind.Leak], validator.Kinds());
        }
    }

    [Fact]
    public void FaultWhileAReportIsMade_ReachesNobody()
    {
        LockOrderValidator validator = With(LockGraphMode.Assert);
        using (validator.MakeCurrent())
        {
            // On a thread of its own: what is broken here ends with it.
            ScriptedThread.Run("broken", () =>
            {
                BreakNewest(validator, new TrackedMonitor("broken"));
                validator.BeginWorkItem("item").Dispose();
                new TrackedWait("wait").BeginWait().Dispose();
                validator.CheckForLeaks();
                Assert.Empty(validator.Violations);
                Assert.True(validator.OwnFaults >= 2);
            });
        }
    }

    [Fact]
    public void FaultWhereTheContextChanges_ReachesNobody()
    {
        LockOrderValidator validator = With(LockGraphMode.Assert);
        using (validator.MakeCurrent())
        {
            ScriptedThread.Run("broken", () =>
            {
                BreakNewest(validator, new TrackedMonitor("broken"));
                new TrackedSemaphore("flow's").Wait();
                long before = validator.OwnFaults;

                // Another context, without what this one holds: the handler looks at the stack, where an exception would end the process.
                ExecutionContext.Run(_empty, _ => { }, null);
                Assert.True(validator.OwnFaults > before);
            });
        }
    }

    private static readonly ExecutionContext _empty = Empty();

    private static ExecutionContext Empty()
    {
        ExecutionContext? context = null;
        using (ExecutionContext.SuppressFlow())
        {
            var thread = new Thread(() => context = ExecutionContext.Capture());
            thread.Start();
            thread.Join();
        }

        return context!;
    }

    private static void BreakNewest(LockOrderValidator validator, TrackedMonitor held)
    {
        held.Enter();
        ref HeldEntry entry = ref ThreadFlows.Of(validator).At(1);
        entry.State |= EntryState.HasDetail;
        entry.Detail = null;
    }

    [Fact]
    public void KeyThatCannotBeCompared_OrdersNothingAndHurtsNobody()
    {
        LockOrderValidator validator = With(LockGraphMode.Observe);
        using (validator.MakeCurrent())
        {
            TrackedMonitor[] locks = [Keyed(() => throw new InvalidOperationException("key")), Keyed(() => throw new InvalidOperationException("key"))];
            Take(locks[0], locks[1]);
            Assert.Equal([ViolationKind.InvalidNesting], validator.Kinds());
            Assert.Equal(0, validator.HeldHere());
        }
    }

    [Fact]
    public void KeyThatTakesTrackedLocks_IsNotJudged()
    {
        LockOrderValidator validator = With(LockGraphMode.Observe);
        using (validator.MakeCurrent())
        {
            var side = new TrackedMonitor("side");
            TrackedMonitor[] locks = [];
            locks = [Keyed(Compare), Keyed(Compare)];
            Take(locks[0], locks[1]);
            Take(side, locks[0]);
            Assert.Empty(validator.Violations);
            Assert.Equal(["A > A", "side > A"], validator.EdgeNames().Append("A > A").Order());
            Assert.Equal((0, 0L), (validator.HeldHere(), validator.OwnFaults));

            int Compare()
            {
                Take(side, locks[0]);
                Take(locks[1], side);
                return -1;
            }
        }
    }

    [Fact]
    public void MeterListenerThatThrows_IsCountedAndDoesNotReachTheHost()
    {
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => Enable(instrument, self) };
        int guilty = Environment.CurrentManagedThreadId;
        listener.SetMeasurementEventCallback<long>((_, _, _, _) =>
        {
            if (Environment.CurrentManagedThreadId == guilty)
            {
                throw new InvalidOperationException("listener");
            }
        });
        listener.Start();
        LockOrderValidator validator = With(LockGraphMode.Observe);
        using (validator.MakeCurrent())
        {
            TrackedMonitor[] locks = [new("A"), new("B")];
            Take(locks[0], locks[1]);
            Take(locks[1], locks[0]);
            Assert.Equal([ViolationKind.Inversion], validator.Kinds());
            Assert.Equal((1L, 0), (validator.OwnFaults, validator.HeldHere()));
        }

        static void Enable(Instrument instrument, MeterListener self)
        {
            if (instrument.Meter.Name == "LockGraph" && instrument is Counter<long>)
            {
                self.EnableMeasurementEvents(instrument);
            }
        }
    }

    [Fact]
    public void SinkThatThrowsAViolationOfItsOwn_ReachesTheGuiltyAcquisition()
    {
        LockOrderValidator validator = With(LockGraphMode.Observe, new ThrowingSink());
        using (validator.MakeCurrent())
        {
            TrackedMonitor[] locks = [new("A"), new("B")];
            Take(locks[0], locks[1]);
            Assert.Throws<LockOrderViolationException>(() => Take(locks[1], locks[0]));
            Assert.Equal((0L, 0), (validator.OwnFaults, validator.HeldHere()));
        }
    }

    private static LockOrderValidator With(LockGraphMode mode, params IViolationSink[] sinks) =>
        new(new ValidatorSettings { Mode = mode, DeclaredOrder = DeclaredOrder.Empty, Sinks = sinks });

    private static TrackedMonitor Keyed(Func<int> compare) => new(new LockClass("A")) { OrderKey = new ActingKey(compare) };

    private static void Take(TrackedMonitor outer, TrackedMonitor inner)
    {
        using (outer.EnterScope())
        using (inner.EnterScope())
        {
        }
    }

    private sealed class ActingSink(Action<Violation> act) : IViolationSink
    {
        public void Report(Violation violation) => act(violation);
    }

    private sealed class ActingKey(Func<int> compare) : IComparable
    {
        public int CompareTo(object? obj) => compare();

        public override string ToString() => throw new InvalidOperationException("text");
    }
}
