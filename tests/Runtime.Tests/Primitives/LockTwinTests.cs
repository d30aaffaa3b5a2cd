#if TRACKED_LOCK
using Call = LockGraph.Runtime.Tests.Primitives.TwinCall<System.Threading.Lock, LockGraph.TrackedLock>;

namespace LockGraph.Runtime.Tests.Primitives;

public class LockTwinTests
{
    private static readonly TimeSpan _tooLong = TimeSpan.FromMilliseconds(1L + int.MaxValue);

    private readonly Twin<Lock, TrackedLock> _twin = new(
        () => new Lock(),
        () => new TrackedLock("lock"),
        new Call("Enter", raw => MonitorTwinTests.Done(() => raw.Enter()), tracked => MonitorTwinTests.Done(() => tracked.Enter())),
        new Call("EnterScope", raw => { using (raw.EnterScope()) { return raw.IsHeldByCurrentThread; } }, tracked => { using (tracked.EnterScope()) { return tracked.IsHeldByCurrentThread; } }),
        new Call("TryEnter", raw => raw.TryEnter(), tracked => tracked.TryEnter()),
        new Call("TryEnter(1)", raw => raw.TryEnter(1), tracked => tracked.TryEnter(1)),
        new Call("TryEnter(-1)", raw => raw.TryEnter(-1), tracked => tracked.TryEnter(-1)),
        new Call("TryEnter(0 s)", raw => raw.TryEnter(TimeSpan.Zero), tracked => tracked.TryEnter(TimeSpan.Zero)),
        new Call("TryEnter(-2)", raw => raw.TryEnter(-2), tracked => tracked.TryEnter(-2)),
        new Call("TryEnter(-1 tick)", raw => raw.TryEnter(TimeSpan.FromTicks(-1)), tracked => tracked.TryEnter(TimeSpan.FromTicks(-1))),
        new Call("TryEnter(too long)", raw => raw.TryEnter(_tooLong), tracked => tracked.TryEnter(_tooLong)),
        new Call("Exit", raw => MonitorTwinTests.Done(raw.Exit), tracked => MonitorTwinTests.Done(tracked.Exit)),
        new Call("IsHeldByCurrentThread", raw => raw.IsHeldByCurrentThread, tracked => tracked.IsHeldByCurrentThread));

    [Theory]
    [InlineData(LockGraphMode.Observe)]
    [InlineData(LockGraphMode.Assert)]
    public void EverySequenceOfCalls_AnswersAsTheLock(LockGraphMode mode) => _twin.Exhaust(mode);

    [Fact]
    public void ScopeDisposedTwice_ReleasesOnce()
    {
        var gate = new TrackedLock("lock");
        gate.Enter();
        TrackedLock.Scope scope = gate.EnterScope();
        scope.Dispose();
        scope.Dispose();
        Assert.True(gate.IsHeldByCurrentThread);
        gate.Exit();
        Assert.False(gate.IsHeldByCurrentThread);
    }
}
#endif
