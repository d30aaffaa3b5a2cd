using System.Runtime.CompilerServices;

namespace LockGraph.Runtime.Tests.Primitives;

public class SpinLockTwinTests
{
    private static readonly TimeSpan _tooLong = TimeSpan.FromMilliseconds(1L + int.MaxValue);

    private delegate void SpinCall(ref SpinLock spin, ref bool taken);

    [Theory]
    [InlineData(LockGraphMode.Observe)]
    [InlineData(LockGraphMode.Assert)]
    public void EverySequenceOfCalls_AnswersAsTheSpinLock(LockGraphMode mode) => Of(true,
    [
        Call("Enter", false, (ref SpinLock spin, ref bool taken) => spin.Enter(ref taken), (TrackedSpinLock spin, ref bool taken) => spin.Enter(ref taken)),
        Call("Enter(taken)", true, (ref SpinLock spin, ref bool taken) => spin.Enter(ref taken), (TrackedSpinLock spin, ref bool taken) => spin.Enter(ref taken)),
        Call("TryEnter", false, (ref SpinLock spin, ref bool taken) => spin.TryEnter(ref taken), (TrackedSpinLock spin, ref bool taken) => spin.TryEnter(ref taken)),
        Call("TryEnter(1)", false, (ref SpinLock spin, ref bool taken) => spin.TryEnter(1, ref taken), (TrackedSpinLock spin, ref bool taken) => spin.TryEnter(1, ref taken)),
        Call("TryEnter(-1)", false, (ref SpinLock spin, ref bool taken) => spin.TryEnter(-1, ref taken), (TrackedSpinLock spin, ref bool taken) => spin.TryEnter(-1, ref taken)),
        Call("TryEnter(-2)", false, (ref SpinLock spin, ref bool taken) => spin.TryEnter(-2, ref taken), (TrackedSpinLock spin, ref bool taken) => spin.TryEnter(-2, ref taken)),
        Call("TryEnter(-1 tick)", false, (ref SpinLock spin, ref bool taken) => spin.TryEnter(TimeSpan.FromTicks(-1), ref taken), (TrackedSpinLock spin, ref bool taken) => spin.TryEnter(TimeSpan.FromTicks(-1), ref taken)),
        Call("TryEnter(too long)", false, (ref SpinLock spin, ref bool taken) => spin.TryEnter(_tooLong, ref taken), (TrackedSpinLock spin, ref bool taken) => spin.TryEnter(_tooLong, ref taken)),
        Call("Exit", false, (ref SpinLock spin, ref bool _) => spin.Exit(), (TrackedSpinLock spin, ref bool _) => spin.Exit()),
        Call("Exit(false)", false, (ref SpinLock spin, ref bool _) => spin.Exit(false), (TrackedSpinLock spin, ref bool _) => spin.Exit(false)),
        Look(),
    ]).Exhaust(mode);

    [Fact]
    public void EverySequenceWithoutOwners_AnswersAsTheSpinLock() => Of(false,
    [
        Call("TryEnter", false, (ref SpinLock spin, ref bool taken) => spin.TryEnter(ref taken), (TrackedSpinLock spin, ref bool taken) => spin.TryEnter(ref taken)),
        Call("TryEnter(0)", false, (ref SpinLock spin, ref bool taken) => spin.TryEnter(0, ref taken), (TrackedSpinLock spin, ref bool taken) => spin.TryEnter(0, ref taken)),
        Call("Exit", false, (ref SpinLock spin, ref bool _) => spin.Exit(), (TrackedSpinLock spin, ref bool _) => spin.Exit()),
        new("IsHeldByCurrentThread", raw => raw.Value.IsHeldByCurrentThread, tracked => tracked.IsHeldByCurrentThread),
        new("IsHeld", raw => (raw.Value.IsHeld, raw.Value.IsThreadOwnerTrackingEnabled), tracked => (tracked.IsHeld, tracked.IsThreadOwnerTrackingEnabled)),
    ]).Exhaust(LockGraphMode.Observe);

    private delegate void TrackedCall(TrackedSpinLock spin, ref bool taken);

    private static TwinCall<StrongBox<SpinLock>, TrackedSpinLock> Call(string name, bool before, SpinCall raw, TrackedCall tracked) => new(
        name,
        box =>
        {
            bool taken = before;
            raw(ref box.Value, ref taken);
            return taken;
        },
        spin =>
        {
            bool taken = before;
            tracked(spin, ref taken);
            return taken;
        });

    private static TwinCall<StrongBox<SpinLock>, TrackedSpinLock> Look() => new(
        "Look",
        raw => (raw.Value.IsHeld, raw.Value.IsHeldByCurrentThread, raw.Value.IsThreadOwnerTrackingEnabled),
        tracked => (tracked.IsHeld, tracked.IsHeldByCurrentThread, tracked.IsThreadOwnerTrackingEnabled));

    private static Twin<StrongBox<SpinLock>, TrackedSpinLock> Of(bool owners, TwinCall<StrongBox<SpinLock>, TrackedSpinLock>[] calls) =>
        new(() => new StrongBox<SpinLock>(new SpinLock(owners)), () => new TrackedSpinLock("spin", owners), calls);
}
