using Call = LockGraph.Runtime.Tests.Primitives.TwinCall<object, LockGraph.TrackedMonitor>;

namespace LockGraph.Runtime.Tests.Primitives;

public class MonitorTwinTests
{
    private static readonly TimeSpan _tooLong = TimeSpan.FromMilliseconds(1L + int.MaxValue);

    private readonly Twin<object, TrackedMonitor> _twin = new(
        () => new object(),
        () => new TrackedMonitor("monitor"),
        new Call("Enter", raw => Done(() => Monitor.Enter(raw)), tracked => Done(() => tracked.Enter())),
        new Call("Enter(ref)", raw => Ref(false, (ref bool taken) => Monitor.Enter(raw, ref taken)), tracked => Ref(false, (ref bool taken) => tracked.Enter(ref taken))),
        new Call("TryEnter", raw => Monitor.TryEnter(raw), tracked => tracked.TryEnter()),
        new Call("TryEnter(1, ref)", raw => Ref(false, (ref bool taken) => Monitor.TryEnter(raw, 1, ref taken)), tracked => Ref(false, (ref bool taken) => tracked.TryEnter(1, ref taken))),
        new Call("TryEnter(infinite)", raw => Monitor.TryEnter(raw, Timeout.InfiniteTimeSpan), tracked => tracked.TryEnter(Timeout.InfiniteTimeSpan)),
        new Call("Exit", raw => Done(() => Monitor.Exit(raw)), tracked => Done(() => tracked.Exit())),
        new Call("Wait(0)", raw => Monitor.Wait(raw, 0), tracked => tracked.Wait(0)),
        new Call("Pulse", raw => Done(() => Monitor.Pulse(raw)), tracked => Done(() => tracked.Pulse())),
        new Call("PulseAll", raw => Done(() => Monitor.PulseAll(raw)), tracked => Done(() => tracked.PulseAll())),
        new Call("IsEntered", raw => Monitor.IsEntered(raw), tracked => tracked.IsEntered));

    private readonly Twin<object, TrackedMonitor> _arguments = new(
        () => new object(),
        () => new TrackedMonitor("monitor"),
        new Call("Enter(taken)", raw => Ref(true, (ref bool taken) => Monitor.Enter(raw, ref taken)), tracked => Ref(true, (ref bool taken) => tracked.Enter(ref taken))),
        new Call("TryEnter(taken)", raw => Ref(true, (ref bool taken) => Monitor.TryEnter(raw, ref taken)), tracked => Ref(true, (ref bool taken) => tracked.TryEnter(ref taken))),
        new Call("TryEnter(5, taken)", raw => Ref(true, (ref bool taken) => Monitor.TryEnter(raw, 5, ref taken)), tracked => Ref(true, (ref bool taken) => tracked.TryEnter(5, ref taken))),
        new Call("TryEnter(-2)", raw => Monitor.TryEnter(raw, -2), tracked => tracked.TryEnter(-2)),
        new Call("TryEnter(-2 ms)", raw => Monitor.TryEnter(raw, TimeSpan.FromMilliseconds(-2)), tracked => tracked.TryEnter(TimeSpan.FromMilliseconds(-2))),
        new Call("TryEnter(-1 tick)", raw => Monitor.TryEnter(raw, TimeSpan.FromTicks(-1)), tracked => tracked.TryEnter(TimeSpan.FromTicks(-1))),
        new Call("TryEnter(too long)", raw => Monitor.TryEnter(raw, _tooLong), tracked => tracked.TryEnter(_tooLong)),
        new Call("Wait(-2)", raw => Monitor.Wait(raw, -2), tracked => tracked.Wait(-2)),
        new Call("Wait(too long)", raw => Monitor.Wait(raw, _tooLong), tracked => tracked.Wait(_tooLong)),
        new Call("Exit", raw => Done(() => Monitor.Exit(raw)), tracked => Done(() => tracked.Exit())),
        new Call("IsEntered", raw => Monitor.IsEntered(raw), tracked => tracked.IsEntered));

    internal delegate void RefCall(ref bool taken);

    [Theory]
    [InlineData(LockGraphMode.Observe)]
    [InlineData(LockGraphMode.Assert)]
    public void EverySequenceOfCalls_AnswersAsTheMonitor(LockGraphMode mode) => _twin.Exhaust(mode);

    [Theory]
    [InlineData(LockGraphMode.Observe)]
    [InlineData(LockGraphMode.Assert)]
    public void EverySequenceOfBadArguments_AnswersAsTheMonitor(LockGraphMode mode) => _arguments.Exhaust(mode);

    internal static object? Done(Action call)
    {
        call();
        return null;
    }

    internal static object Ref(bool taken, RefCall call)
    {
        call(ref taken);
        return taken;
    }
}
