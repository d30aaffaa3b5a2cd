using Call = LockGraph.Runtime.Tests.Primitives.TwinCall<System.Threading.ReaderWriterLockSlim, LockGraph.TrackedReaderWriterLock>;

namespace LockGraph.Runtime.Tests.Primitives;

public class ReaderWriterLockTwinTests
{
    private static readonly TimeSpan _tooLong = TimeSpan.FromMilliseconds(1L + int.MaxValue);

    private static readonly Call[] _calls =
    [
        new Call("EnterRead", raw => MonitorTwinTests.Done(raw.EnterReadLock), tracked => MonitorTwinTests.Done(() => tracked.EnterReadLock())),
        new Call("EnterWrite", raw => MonitorTwinTests.Done(raw.EnterWriteLock), tracked => MonitorTwinTests.Done(() => tracked.EnterWriteLock())),
        new Call("EnterUpgradeable", raw => MonitorTwinTests.Done(raw.EnterUpgradeableReadLock), tracked => MonitorTwinTests.Done(() => tracked.EnterUpgradeableReadLock())),
        new Call("TryEnterRead(0)", raw => raw.TryEnterReadLock(0), tracked => tracked.TryEnterReadLock(0)),
        new Call("TryEnterWrite(1 ms)", raw => raw.TryEnterWriteLock(TimeSpan.FromMilliseconds(1)), tracked => tracked.TryEnterWriteLock(TimeSpan.FromMilliseconds(1))),
        new Call("TryEnterUpgradeable(-1)", raw => raw.TryEnterUpgradeableReadLock(-1), tracked => tracked.TryEnterUpgradeableReadLock(-1)),
        new Call("ExitRead", raw => MonitorTwinTests.Done(raw.ExitReadLock), tracked => MonitorTwinTests.Done(tracked.ExitReadLock)),
        new Call("ExitWrite", raw => MonitorTwinTests.Done(raw.ExitWriteLock), tracked => MonitorTwinTests.Done(tracked.ExitWriteLock)),
        new Call("ExitUpgradeable", raw => MonitorTwinTests.Done(raw.ExitUpgradeableReadLock), tracked => MonitorTwinTests.Done(tracked.ExitUpgradeableReadLock)),
        new Call("Look", raw => (raw.IsReadLockHeld, raw.IsWriteLockHeld, raw.IsUpgradeableReadLockHeld, raw.RecursiveReadCount, raw.RecursiveWriteCount, raw.RecursiveUpgradeCount, raw.CurrentReadCount),
            tracked => (tracked.IsReadLockHeld, tracked.IsWriteLockHeld, tracked.IsUpgradeableReadLockHeld, tracked.RecursiveReadCount, tracked.RecursiveWriteCount, tracked.RecursiveUpgradeCount, tracked.CurrentReadCount)),
        new Call("Dispose", raw => MonitorTwinTests.Done(raw.Dispose), tracked => MonitorTwinTests.Done(tracked.Dispose)),
    ];

    private static readonly Call[] _arguments =
    [
        new Call("TryEnterRead(-2)", raw => raw.TryEnterReadLock(-2), tracked => tracked.TryEnterReadLock(-2)),
        new Call("TryEnterWrite(-2)", raw => raw.TryEnterWriteLock(-2), tracked => tracked.TryEnterWriteLock(-2)),
        new Call("TryEnterUpgradeable(-2)", raw => raw.TryEnterUpgradeableReadLock(-2), tracked => tracked.TryEnterUpgradeableReadLock(-2)),
        new Call("TryEnterRead(-1 tick)", raw => raw.TryEnterReadLock(TimeSpan.FromTicks(-1)), tracked => tracked.TryEnterReadLock(TimeSpan.FromTicks(-1))),
        new Call("TryEnterWrite(too long)", raw => raw.TryEnterWriteLock(_tooLong), tracked => tracked.TryEnterWriteLock(_tooLong)),
        new Call("Dispose", raw => MonitorTwinTests.Done(raw.Dispose), tracked => MonitorTwinTests.Done(tracked.Dispose)),
    ];

    [Theory]
    [InlineData(LockRecursionPolicy.NoRecursion, LockGraphMode.Observe)]
    [InlineData(LockRecursionPolicy.NoRecursion, LockGraphMode.Assert)]
    [InlineData(LockRecursionPolicy.SupportsRecursion, LockGraphMode.Observe)]
    [InlineData(LockRecursionPolicy.SupportsRecursion, LockGraphMode.Assert)]
    public void EverySequenceOfCalls_AnswersAsTheLock(LockRecursionPolicy policy, LockGraphMode mode) => Of(policy, _calls).Exhaust(mode);

    [Theory]
    [InlineData(LockGraphMode.Observe)]
    [InlineData(LockGraphMode.Assert)]
    public void EverySequenceOfBadArguments_AnswersAsTheLock(LockGraphMode mode) => Of(LockRecursionPolicy.NoRecursion, _arguments).Exhaust(mode);

    [Fact]
    public void Policy_IsTheOneGiven()
    {
        using var recursive = new TrackedReaderWriterLock(LockRecursionPolicy.SupportsRecursion);
        using var plain = new TrackedReaderWriterLock();
        Assert.Equal(LockRecursionPolicy.SupportsRecursion, recursive.RecursionPolicy);
        Assert.Equal(LockRecursionPolicy.NoRecursion, plain.RecursionPolicy);
    }

    private static Twin<ReaderWriterLockSlim, TrackedReaderWriterLock> Of(LockRecursionPolicy policy, Call[] calls) =>
        new(() => new ReaderWriterLockSlim(policy), () => new TrackedReaderWriterLock("slim", policy), calls);
}
