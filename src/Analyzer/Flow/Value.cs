using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What the analysis knows of the value of an expression on one path.</summary>
internal abstract record Value
{
    /// <summary>Nothing.</summary>
    public static Value Unknown { get; } = new UnknownValue();

    /// <summary>The value of <c>!x</c>.</summary>
    public virtual Value Negated => Unknown;

    /// <summary>The same value, where an object goes by another name from now on.</summary>
    public virtual Value Rename(Place from, Place to) => this;

    private sealed record UnknownValue : Value;
}

/// <summary>The object at a place.</summary>
internal sealed record PlaceValue(Place Place) : Value
{
    public override Value Rename(Place from, Place to) => Place.Rebase(from, to) is { } renamed ? new PlaceValue(renamed) : this;
}

/// <summary>A known truth value.</summary>
internal sealed record BoolValue(bool Is) : Value
{
    public static BoolValue True { get; } = new(true);

    public static BoolValue False { get; } = new(false);

    public override Value Negated => Is ? False : True;

    public static BoolValue Of(bool value) => value ? True : False;
}

/// <summary><see langword="null"/> itself.</summary>
internal sealed record NullValue : Value
{
    public static NullValue Instance { get; } = new();
}

/// <summary>A constant that is neither a truth nor <see langword="null"/>, where the code spells it.</summary>
internal sealed record ConstantValue(object Constant) : Value;

/// <summary>The status of the task at a place, or <see langword="null"/> where there is no task.</summary>
internal sealed record StatusValue(Place Task) : Value;

/// <summary>A test that only a finished task passes: the task is finished where the value is <paramref name="Finished"/>.</summary>
/// <param name="Test">The same test as any other is known.</param>
/// <param name="Task">The task.</param>
/// <param name="Finished">The outcome that tells.</param>
internal sealed record FinishedTestValue(Value Test, Place Task, bool Finished) : Value
{
    public override Value Negated => new FinishedTestValue(Test.Negated, Task, !Finished);

    public override Value Rename(Place from, Place to) => this with { Task = Task.Rebase(from, to) ?? Task };
}

/// <summary>The result of a try that nobody has tested yet: the lock is held where the value is <paramref name="Success"/>.</summary>
internal sealed record TryValue(Place Lock, LockPrimitive Primitive, LockMode Mode, AcquisitionKind Waits, IOperation Site, bool Success) : Value
{
    /// <summary>Further locks that the same call obtains, each where the value is what it says.</summary>
    public ImmutableArray<TriedLock> Others { get; init; } = ImmutableArray<TriedLock>.Empty;

    public override Value Negated => this with { Success = !Success, Others = Others.Select(other => other with { Success = !other.Success }).ToImmutableArray() };

    public override Value Rename(Place from, Place to) => this with
    {
        Lock = Lock.Rebase(from, to) ?? Lock,
        Others = Others.Select(other => other with { Lock = other.Lock.Rebase(from, to) ?? other.Lock }).ToImmutableArray(),
    };

    public bool Equals(TryValue? other) =>
        other is not null && ReferenceEquals(Site.Syntax, other.Site.Syntax) && Success == other.Success && Mode == other.Mode && Waits == other.Waits && Lock.Equals(other.Lock) && Others.SequenceEqual(other.Others);

    public override int GetHashCode() => Lock.GetHashCode();
}

/// <summary>One of several locks that a call may obtain.</summary>
internal sealed record TriedLock(Place Lock, LockPrimitive Primitive, LockMode Mode, bool Success);

/// <summary>A scope that releases its locks, or takes them back, when it is disposed.</summary>
/// <param name="Locks">The locks it manages, in their modes.</param>
/// <param name="Inverted">True when disposing acquires.</param>
internal sealed record ScopeValue(ImmutableArray<ScopedHold> Locks, bool Inverted) : Value
{
    public override Value Rename(Place from, Place to) => this with { Locks = Locks.Select(held => held with { Lock = held.Lock.Rebase(from, to) ?? held.Lock }).ToImmutableArray() };

    public bool Equals(ScopeValue? other) => other is not null && Inverted == other.Inverted && Locks.SequenceEqual(other.Locks);

    public override int GetHashCode() => Locks.Length;
}

/// <summary>One lock of a scope.</summary>
internal sealed record ScopedHold(Place Lock, LockPrimitive Primitive, LockMode Mode);

/// <summary>A condition over variables that the path may have tested already.</summary>
internal sealed record ConditionValue(Condition Condition, bool Polarity) : Value
{
    public override Value Negated => this with { Polarity = !Polarity };
}

/// <summary>Whether a lock is held, asked of the lock itself.</summary>
internal sealed record HeldTestValue(Place Lock, LockPrimitive Primitive, LockMode Mode, IOperation Site, bool Polarity) : Value
{
    public override Value Negated => this with { Polarity = !Polarity };

    public override Value Rename(Place from, Place to) => this with { Lock = Lock.Rebase(from, to) ?? Lock };
}

/// <summary>The parts of a tuple; of an array or a collection expression those that matter.</summary>
internal sealed record TupleValue(ImmutableArray<Value> Parts) : Value
{
    public static TupleValue Empty { get; } = new(ImmutableArray<Value>.Empty);

    public override Value Rename(Place from, Place to) => new TupleValue(Parts.Select(part => part.Rename(from, to)).ToImmutableArray());

    public bool Equals(TupleValue? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Length;
}

/// <summary>An enumerator over the collection at a place.</summary>
internal sealed record EnumeratorValue(Place Collection, bool Ordered) : Value
{
    public override Value Rename(Place from, Place to) => this with { Collection = Collection.Rebase(from, to) ?? Collection };
}

/// <summary>Whether new objects came to a place where others see them: they did where the value is <paramref name="Success"/>.</summary>
internal sealed record OfferedValue(Value Offered, bool Success) : Value
{
    public override Value Negated => this with { Success = !Success };

    public override Value Rename(Place from, Place to) => this with { Offered = Offered.Rename(from, to) };
}

/// <summary>A sequence, or its enumerator, whose iterator holds locks while it yields.</summary>
/// <param name="Held">The locks.</param>
/// <param name="Site">The call that gave the sequence.</param>
internal sealed record IteratorValue(ImmutableArray<ScopedHold> Held, IOperation Site) : Value
{
    public bool Equals(IteratorValue? other) => other is not null && ReferenceEquals(Site.Syntax, other.Site.Syntax) && Held.SequenceEqual(other.Held);

    public override int GetHashCode() => Held.Length;
}

/// <summary>Whether an iterator came to another yield: its locks are held where the value is <paramref name="Success"/>.</summary>
internal sealed record MovedValue(IteratorValue Iterator, bool Success) : Value
{
    public override Value Negated => this with { Success = !Success };
}

/// <summary>Code that can be called, or is running somewhere: a delegate, a thread, a task.</summary>
/// <param name="Targets">The bodies it may be.</param>
/// <param name="Runs">True for work that was handed to another thread.</param>
internal sealed record CodeValue(ImmutableArray<CodeTarget> Targets, bool Runs) : Value
{
    public override Value Rename(Place from, Place to) =>
        this with { Targets = Targets.Select(target => target with { Receiver = target.Receiver?.Rebase(from, to) ?? target.Receiver }).ToImmutableArray() };

    public bool Equals(CodeValue? other) => other is not null && Runs == other.Runs && Targets.SequenceEqual(other.Targets);

    public override int GetHashCode() => Targets.Length;
}

/// <summary>One body that a delegate may call.</summary>
/// <param name="Method">The method, local function or lambda.</param>
/// <param name="Receiver">The receiver it is bound to; of a lambda, the receiver of the body around it.</param>
internal sealed record CodeTarget(IMethodSymbol Method, Place? Receiver)
{
    public bool Equals(CodeTarget? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(Method, other.Method) && Equals(Receiver, other.Receiver);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method);
}

/// <summary>A test over variables, spelled so that the same test again is recognised.</summary>
/// <param name="Text">The canonical spelling.</param>
/// <param name="Mentions">The variables in it; assigning one of them makes it another test.</param>
/// <param name="Orders">Two objects whose order the test decides, when it compares something of theirs.</param>
internal sealed record Condition(string Text, ImmutableArray<ISymbol> Mentions, (Place Left, Place Right)? Orders)
{
    /// <summary>The parameter that alone decides the test, and what is asked of it.</summary>
    public (IParameterSymbol Parameter, Question Asked)? Asks { get; init; }

    public bool Equals(Condition? other) => other is not null && Text == other.Text && Equals(Asks?.Asked, other.Asks?.Asked);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
