namespace LockGraph.Runtime.Tests.Naming;

public class LockNamingTests : ValidatorTest
{
    private const string _here = "LockGraph.Runtime.Tests.Naming.";

    [Fact]
    public void InstanceField_NamesItsClass() => Assert.Equal(_here + "Holder._gate", new Holder().Gate.Class.Name);

    [Fact]
    public void StaticField_NamesItsClass() => Assert.Equal(_here + "Holder.Shared", Holder.Shared.Class.Name);

    [Fact]
    public void Property_NamesItsClass() => Assert.Equal(_here + "Holder.Exposed", new Holder().Exposed.Class.Name);

    [Fact]
    public void GenericType_IsSpelledByItsParameters()
    {
        Assert.Equal(_here + "Pool<T>._gate", new Pool<int>().Gate.Class.Name);
        Assert.Equal(_here + "Pool<T>._gate", new Pool<string>().Gate.Class.Name);
    }

    [Fact]
    public void NestedType_IsSpelledWithDots()
    {
        Assert.Equal(_here + "Holder.Inner._gate", new Holder.Inner().Gate.Class.Name);
        Assert.Equal(_here + "Pool<T>.Slot<K>._gate", new Pool<int>.Slot<string>().Gate.Class.Name);
        Assert.Equal(_here + "Pool<T>.Plain._gate", new Pool<int>.Plain().Gate.Class.Name);
    }

    [Fact]
    public void Record_NamesItsClass() => Assert.Equal(_here + "Row.Gate", new Row(1).Gate.Class.Name);

    [Fact]
    public void Struct_NamesItsClass() => Assert.Equal(_here + "Cell.Gate", new Cell().Gate.Class.Name);

    [Fact]
    public void PrimaryConstructor_NamesItsClass() => Assert.Equal(_here + "Account._gate", new Account("a").Gate.Class.Name);

    [Fact]
    public void SeveralConstructors_MakeOneClass()
    {
        Assert.Equal(_here + "Holder._gate", new Holder(1).Gate.Class.Name);
        Assert.Equal(_here + "Holder._gate", new Holder("").Gate.Class.Name);
        Assert.Single(Validator.TakeSnapshot().Classes, @class => @class.Name == _here + "Holder._gate");
    }

    [Fact]
    public void DerivedType_SharesTheClassOfTheDeclaringType() => Assert.Equal(_here + "Holder._gate", new Derived().Gate.Class.Name);

    [Fact]
    public void Attribute_GivesTheNameAndItsTexts()
    {
        LockClass @class = new Holder().Named.Class;
        Assert.Equal("ledger", @class.Name);
        Assert.Equal("the entries", @class.Protects);
        Assert.Equal("Taken last.", @class.Summary);
        Assert.Equal(2, @class.MaxHeld);
    }

    [Fact]
    public void AttributedRank_MakesASubclass()
    {
        TrackedMonitor ranked = new Holder().Ranked;
        Assert.Equal(1, ranked.Subclass);
        Nest(new TrackedMonitor("outer"), ranked);
        Assert.True(Validator.Knows("outer", _here + "Holder.Ranked#1"));
    }

    [Fact]
    public void ExplicitName_IsTheName() => Assert.Equal("explicit", new TrackedMonitor("explicit").Class.Name);

    [Fact]
    public void LockClassObject_BringsItsTraits()
    {
        var gate = new TrackedMonitor(new LockClass("traits") { Reentrant = false, MaxHeld = 3 });
        Assert.Equal("traits", gate.Class.Name);
        Assert.Equal(3, gate.Class.MaxHeld);
        Assert.False(gate.Class.Reentrant);
        Assert.Equal("Monitor", gate.Class.Primitive);
    }

    [Fact]
    public void LocalVariable_IsNamedAfterThePlaceWhereItIsMade()
    {
        string name = new TrackedMonitor().Class.Name;
        Assert.StartsWith(_here + "LockNamingTests." + nameof(LocalVariable_IsNamedAfterThePlaceWhereItIsMade) + "@LockNamingTests.cs:", name, StringComparison.Ordinal);
    }

    [Fact]
    public void LocksMadeAtOnePlace_AreOneClassAndAtTwoPlacesTwo()
    {
        TrackedMonitor[] same = [.. Enumerable.Range(0, 2).Select(_ => new TrackedMonitor())];
        var other = new TrackedMonitor();
        Assert.Equal(same[0].Class.Name, same[1].Class.Name);
        Assert.NotEqual(same[0].Class.Name, other.Class.Name);
    }

    [Fact]
    public void EmptyName_IsRefused() => Assert.Throws<ArgumentException>(() => new TrackedMonitor(" "));

    [Fact]
    public void EveryPrimitive_IsNamedByItsField()
    {
        var all = new AllPrimitives();
        Assert.Equal(
            ["_async", "_monitor", "_mutex", "_semaphore", "_slim", "_spin"],
            all.Locks.Select(gate => gate.Class.Name.Replace(_here + "AllPrimitives.", "", StringComparison.Ordinal)));
        Assert.Equal(["AsyncLock", "Monitor", "Mutex", "SemaphoreSlim", "ReaderWriterLockSlim", "SpinLock"], all.Locks.Select(gate => gate.Class.Primitive!));
        Assert.Equal(
            [LockOwner.Flow, LockOwner.Thread, LockOwner.Thread, LockOwner.Flow, LockOwner.Thread, LockOwner.Thread],
            all.Locks.Select(gate => gate.Class.Owner!.Value));
    }

    [Fact]
    public void Label_TellsInstancesApartAndNumbersDoOtherwise()
    {
        TrackedMonitor[] gates = [new("same"), new("same")];
        gates[1].Label = "second";
        Nest(gates);
        Violation violation = Validator.The(ViolationKind.InvalidNesting);
        Assert.Equal("second", violation.Attempted.InstanceLabel);
        Assert.Equal("#1", violation.Against!.Acquisition.InstanceLabel);
    }

#if TRACKED_LOCK
    [Fact]
    public void TrackedLockField_NamesItsClass() => Assert.Equal(_here + "LockHolder._gate", new LockHolder().Gate.Class.Name);
#endif
}

#if TRACKED_LOCK
internal sealed class LockHolder
{
    private readonly TrackedLock _gate = new();

    public TrackedLock Gate => _gate;
}
#endif

internal class Holder
{
    public static readonly TrackedMonitor Shared = new();

    [LockClass("ledger", Protects = "the entries", Summary = "Taken last.")]
    [MaxHeld(2)]
    public readonly TrackedMonitor Named = new();

    [LockSubclass(1)]
    public readonly TrackedMonitor Ranked = new();

    private readonly TrackedMonitor _gate = new();

    public Holder()
    {
    }

    public Holder(int first) => _ = first;

    public Holder(string second) => _ = second;

    public TrackedMonitor Gate => _gate;

    public TrackedMonitor Exposed { get; } = new();

    public sealed class Inner
    {
        private readonly TrackedMonitor _gate = new();

        public TrackedMonitor Gate => _gate;
    }
}

internal sealed class Derived : Holder;

internal sealed class Pool<T>
{
    private readonly TrackedMonitor _gate = new();

    public TrackedMonitor Gate => _gate;

    public T? Spare { get; set; }

    public sealed class Slot<K>
    {
        private readonly TrackedMonitor _gate = new();

        public TrackedMonitor Gate => _gate;

        public (T? Value, K? Key) Content { get; set; }
    }

    public sealed class Plain
    {
        private readonly TrackedMonitor _gate = new();

        public TrackedMonitor Gate => _gate;
    }
}

internal sealed record Row(int Id)
{
    public TrackedMonitor Gate { get; } = new();
}

internal struct Cell
{
    public readonly TrackedMonitor Gate = new();

    public Cell()
    {
    }
}

internal sealed class Account(string owner)
{
    private readonly TrackedMonitor _gate = new();

    public TrackedMonitor Gate => _gate;

    public string Owner => owner;
}

#pragma warning disable CA1001 // Nothing of these is ever used.
internal sealed class AllPrimitives
#pragma warning restore CA1001
{
    private readonly TrackedAsyncLock _async = new();
    private readonly TrackedMonitor _monitor = new();
    private readonly TrackedMutex _mutex = new();
    private readonly TrackedSemaphore _semaphore = new(1, 1);
    private readonly TrackedReaderWriterLock _slim = new();
    private readonly TrackedSpinLock _spin = new();

    public LockInstance[] Locks => [_async, _monitor, _mutex, _semaphore, _slim, _spin];
}
