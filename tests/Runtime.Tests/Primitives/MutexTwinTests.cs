using Call = LockGraph.Runtime.Tests.Primitives.TwinCall<System.Threading.Mutex, LockGraph.TrackedMutex>;

namespace LockGraph.Runtime.Tests.Primitives;

public class MutexTwinTests
{
    private static readonly TimeSpan _tooLong = TimeSpan.FromMilliseconds(1L + int.MaxValue);

    private static readonly Call[] _calls =
    [
        new Call("WaitOne", raw => raw.WaitOne(), tracked => tracked.WaitOne()),
        new Call("WaitOne(0)", raw => raw.WaitOne(0), tracked => tracked.WaitOne(0)),
        new Call("WaitOne(1 ms, false)", raw => raw.WaitOne(TimeSpan.FromMilliseconds(1), false), tracked => tracked.WaitOne(TimeSpan.FromMilliseconds(1), false)),
        new Call("WaitOne(-2)", raw => raw.WaitOne(-2), tracked => tracked.WaitOne(-2)),
        new Call("WaitOne(-1 tick)", raw => raw.WaitOne(TimeSpan.FromTicks(-1)), tracked => tracked.WaitOne(TimeSpan.FromTicks(-1))),
        new Call("WaitOne(too long)", raw => raw.WaitOne(_tooLong), tracked => tracked.WaitOne(_tooLong)),
        new Call("ReleaseMutex", raw => MonitorTwinTests.Done(raw.ReleaseMutex), tracked => MonitorTwinTests.Done(tracked.ReleaseMutex)),
    ];

    private static readonly Call[] _disposed =
    [
        new Call("WaitOne(0)", raw => raw.WaitOne(0), tracked => tracked.WaitOne(0)),
        new Call("WaitOne", raw => raw.WaitOne(), tracked => tracked.WaitOne()),
        new Call("ReleaseMutex", raw => MonitorTwinTests.Done(raw.ReleaseMutex), tracked => MonitorTwinTests.Done(tracked.ReleaseMutex)),
        new Call("Close", raw => MonitorTwinTests.Done(raw.Close), tracked => MonitorTwinTests.Done(tracked.Close)),
        new Call("Dispose", raw => MonitorTwinTests.Done(raw.Dispose), tracked => MonitorTwinTests.Done(tracked.Dispose)),
    ];

    [Theory]
    [InlineData(false, LockGraphMode.Observe)]
    [InlineData(false, LockGraphMode.Assert)]
    [InlineData(true, LockGraphMode.Assert)]
    public void EverySequenceOfCalls_AnswersAsTheMutex(bool owned, LockGraphMode mode) => Of(owned, _calls).Exhaust(mode);

    // Closing a mutex that is held is reported; in mode Assert that is all that differs, so here the twins only observe.
    [Fact]
    public void EverySequenceWithDisposal_AnswersAsTheMutex() => Of(owned: false, _disposed).Exhaust(LockGraphMode.Observe);

    [Fact]
    public void DisposedMutex_RefusesAsTheMutexDoesInModeAssert()
    {
        using (new LockOrderValidator(new ValidatorSettings { Mode = LockGraphMode.Assert }).MakeCurrent())
        {
            Of(owned: false, _disposed).Play("Dispose", "WaitOne", "WaitOne(0)", "ReleaseMutex", "Close");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OwnerThatDied_LeavesTheMutexToTheNextWithTheException(bool contended)
    {
        var validator = new LockOrderValidator();
        using (validator.MakeCurrent())
        {
            var mutex = new TrackedMutex("mutex");
            using var next = new ScriptedThread("next");
            var owner = new ScriptedThread("owner");
            owner.Do(() => mutex.WaitOne());
            Task<Exception?>? waiting = null;
            if (contended)
            {
                waiting = next.Begin(() => mutex.WaitOne());
                validator.UntilWaiting(1);
            }

            owner.Dispose();
            waiting ??= next.Begin(() => mutex.WaitOne());
            Assert.IsType<AbandonedMutexException>(ScriptedThread.Outcome(waiting));
            next.Do(mutex.ReleaseMutex);
            next.Do(() => Assert.Equal(0, validator.HeldHere()));
            Assert.DoesNotContain(ViolationKind.BadRelease, validator.Kinds());
        }
    }

    private static Twin<Mutex, TrackedMutex> Of(bool owned, Call[] calls) => new(() => new Mutex(owned), () => new TrackedMutex("mutex", owned), calls);
}
