using Call = LockGraph.Runtime.Tests.Primitives.TwinCall<System.Threading.SemaphoreSlim, LockGraph.TrackedSemaphore>;

namespace LockGraph.Runtime.Tests.Primitives;

public class SemaphoreTwinTests
{
    private static readonly TimeSpan _tooLong = TimeSpan.FromMilliseconds(1L + int.MaxValue);
    private static readonly CancellationToken _canceled = new(canceled: true);

    private static readonly Call[] _calls =
    [
        new Call("Wait(0)", raw => raw.Wait(0), tracked => tracked.Wait(0)),
        new Call("Wait(0 s)", raw => raw.Wait(TimeSpan.Zero), tracked => tracked.Wait(TimeSpan.Zero)),
        new Call("WaitAsync(0)", raw => raw.WaitAsync(0).GetAwaiter().GetResult(), tracked => tracked.WaitAsync(0).GetAwaiter().GetResult()),
        new Call("WaitAsync(0 s)", raw => raw.WaitAsync(TimeSpan.Zero).GetAwaiter().GetResult(), tracked => tracked.WaitAsync(TimeSpan.Zero).GetAwaiter().GetResult()),
        new Call("Wait(canceled)", raw => MonitorTwinTests.Done(() => raw.Wait(_canceled)), tracked => MonitorTwinTests.Done(() => tracked.Wait(_canceled))),
        new Call("WaitAsync(canceled)", raw => raw.WaitAsync(0, _canceled).GetAwaiter().GetResult(), tracked => tracked.WaitAsync(0, _canceled).GetAwaiter().GetResult()),
        new Call("Release", raw => raw.Release(), tracked => tracked.Release()),
        new Call("Count", raw => raw.CurrentCount, tracked => tracked.CurrentCount),
    ];

    private static readonly Call _dispose = new("Dispose", raw => MonitorTwinTests.Done(raw.Dispose), tracked => MonitorTwinTests.Done(tracked.Dispose));

    private static readonly Call[] _arguments =
    [
        new Call("Wait(-2 ms)", raw => raw.Wait(TimeSpan.FromMilliseconds(-2)), tracked => tracked.Wait(TimeSpan.FromMilliseconds(-2))),
        new Call("Wait(-1 tick)", raw => raw.Wait(TimeSpan.FromTicks(-1)), tracked => tracked.Wait(TimeSpan.FromTicks(-1))),
        new Call("WaitAsync(-2 ms)", raw => raw.WaitAsync(TimeSpan.FromMilliseconds(-2)).GetAwaiter().GetResult(), tracked => tracked.WaitAsync(TimeSpan.FromMilliseconds(-2)).GetAwaiter().GetResult()),
        new Call("Release(0)", raw => raw.Release(0), tracked => tracked.Release(0)),
        new Call("Release(-1)", raw => raw.Release(-1), tracked => tracked.Release(-1)),
        new Call("Release(2)", raw => raw.Release(2), tracked => tracked.Release(2)),
    ];

    [Theory]
    [InlineData(1, 1, LockGraphMode.Observe)]
    [InlineData(1, 1, LockGraphMode.Assert)]
    [InlineData(1, int.MaxValue, LockGraphMode.Observe)]
    [InlineData(0, 1, LockGraphMode.Assert)]
    [InlineData(2, 3, LockGraphMode.Assert)]
    public void EverySequenceOfCalls_AnswersAsTheSemaphore(int initial, int most, LockGraphMode mode) => Of(initial, most, _calls).Exhaust(mode);

    [Theory]
    [InlineData(1, 1, LockGraphMode.Observe)]
    [InlineData(1, 1, LockGraphMode.Assert)]
    [InlineData(0, 2, LockGraphMode.Assert)]
    public void EverySequenceOfBadArguments_AnswersAsTheSemaphore(int initial, int most, LockGraphMode mode) => Of(initial, most, _arguments).Exhaust(mode);

    // Disposing a lock that is held is reported; in mode Assert that is all that differs, so here the twins only observe.
    [Fact]
    public void EverySequenceWithDisposal_AnswersAsTheSemaphore() => Of(1, 1, [.. _calls, _dispose]).Exhaust(LockGraphMode.Observe);

    [Fact]
    public void DisposedSemaphore_RefusesAsTheSemaphoreDoesInModeAssert()
    {
        var validator = new LockOrderValidator(new ValidatorSettings { Mode = LockGraphMode.Assert });
        using (validator.MakeCurrent())
        {
            Of(1, 1, [.. _calls, _dispose]).Play("Dispose", "Wait(0)", "WaitAsync(0)", "Wait(canceled)", "WaitAsync(canceled)", "Release");
            Assert.Contains(ViolationKind.UseAfterFree, validator.Kinds());
            Assert.Equal(0, validator.HeldHere());
        }
    }

    // Documented so; the semaphore of .NET 10 itself lets the int overloads through.
    [Fact]
    public void NegativeMilliseconds_AreRefused()
    {
        using var semaphore = new TrackedSemaphore("semaphore", 1, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => semaphore.Wait(-2));
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = semaphore.WaitAsync(-2); });
        Assert.Equal(1, semaphore.CurrentCount);
    }

    [Fact]
    public void LongTimeout_IsTakenAsTheSemaphoreTakesIt()
    {
        using var raw = new SemaphoreSlim(1);
        using var tracked = new TrackedSemaphore("semaphore", 1);
        Assert.Equal(Record.Exception(() => raw.Wait(_tooLong))?.GetType(), Record.Exception(() => tracked.Wait(_tooLong))?.GetType());
        Assert.Equal(raw.CurrentCount, tracked.CurrentCount);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, 0)]
    public void BadCounts_AreRefusedAsByTheSemaphore(int initial, int most) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrackedSemaphore(initial, most));

    private static Twin<SemaphoreSlim, TrackedSemaphore> Of(int initial, int most, Call[] calls) =>
        new(() => new SemaphoreSlim(initial, most), () => new TrackedSemaphore("semaphore", initial, most), calls);
}
