namespace LockGraph.Runtime.Tests.Order;

public class WaitTypeTests : ValidatorTest
{
    private readonly TrackedSpinLock _spin;
    private readonly TrackedMonitor _monitor;

    // Not in initializers, which run before the validator of the test is the current one.
    public WaitTypeTests()
    {
        _spin = new TrackedSpinLock("spin");
        _monitor = new TrackedMonitor("monitor");
    }

    [Fact]
    public void BlockingLockInsideASpinLock_IsReported()
    {
        Spin(() => Nest(_monitor));
        Violation violation = Assert.Single(Validator.Violations);
        Assert.Equal((ViolationKind.WaitType, "LG3006"), (violation.Kind, violation.RuleId));
    }

    [Fact]
    public void TryInsideASpinLock_IsFine()
    {
        Spin(() =>
        {
            Assert.True(_monitor.TryEnter());
            _monitor.Exit();
        });
        Assert.Empty(Kinds);
    }

    [Fact]
    public void SpinLockInsideEverything_IsFine()
    {
        using var slim = new TrackedReaderWriterLock("slim");
        using var asynchronous = new TrackedAsyncLock("async");
        using (asynchronous.Lock())
        using (_monitor.EnterScope())
        {
            slim.EnterReadLock();
            Spin(() => { });
            slim.ExitReadLock();
        }

        Assert.Empty(Kinds);
    }

    [Fact]
    public void AsyncLockInsideASpinLock_IsReported()
    {
        using var asynchronous = new TrackedAsyncLock("async");
        Spin(() => asynchronous.LockAsync().GetAwaiter().GetResult().Dispose());
        Assert.Equal([ViolationKind.WaitType], Kinds);
    }

    [Fact]
    public void WaitTypeOfOneAcquisition_GoesBeforeThatOfItsClass()
    {
        var script = new Script(Validator);
        script.Nest("one", "A B");
        ExecutionFlow flow = script.Flow("one");
        Validator.Acquire(flow, new AcquisitionRequest(script.Lock("A")) { WaitType = WaitType.Spin });
        script.Play("one", "+B -B -A");
        Assert.Equal([ViolationKind.WaitType], Kinds);
    }

    private void Spin(Action inside)
    {
        bool taken = false;
        _spin.Enter(ref taken);
        inside();
        _spin.Exit();
    }
}
