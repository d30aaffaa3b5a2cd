using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What is known at one point of one path: the locks held, oldest first, and what variables hold.</summary>
/// <remarks>
/// Immutable: forked at a branch, joined by <see cref="Join"/>. Paths with different locks held are kept apart, so that a test that decided an
/// acquisition is remembered until it decides the release (property simulation: Das, Lerner, Seigle, "ESP", PLDI 2002).
/// </remarks>
internal sealed record PathState
{
    private const int _longWay = 4;

    /// <summary>The key of elements that an earlier turn of a loop took.</summary>
    public const string Before = "earlier";

    /// <summary>The same, of a loop that runs through its elements in order.</summary>
    public const string Below = "below";

    public static PathState Empty { get; } = new();

    public ImmutableArray<Hold> Held { get; init; } = ImmutableArray<Hold>.Empty;

    /// <summary>Locals, parameters and flow captures (by their ids) whose value is known.</summary>
    public ImmutableDictionary<object, Value> Variables { get; init; } = ImmutableDictionary<object, Value>.Empty;

    /// <summary>Tests that this path has passed, with their outcome.</summary>
    public ImmutableDictionary<Condition, bool> Tested { get; init; } = ImmutableDictionary<Condition, bool>.Empty;

    /// <summary>Parameters that may have another value by now than the one that was handed in.</summary>
    public ImmutableHashSet<ISymbol> Reassigned { get; init; } = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);

    /// <summary>Tasks that the path knows to be finished.</summary>
    public ImmutableHashSet<Place> Finished { get; init; } = ImmutableHashSet<Place>.Empty;

    /// <summary>Locks that a try did not get on this path.</summary>
    public ImmutableHashSet<Place> Missed { get; init; } = ImmutableHashSet<Place>.Empty;

    /// <summary>Locks that the path released without having acquired them: it will take them back, or leaves that to a partner.</summary>
    public ImmutableHashSet<Place> Owed { get; init; } = ImmutableHashSet<Place>.Empty;

    /// <summary>True once the path has been suspended: what follows runs later, if nobody awaits the task.</summary>
    public bool Suspended { get; init; }

    /// <summary>The completion source that was awaited last: whoever completes it runs what follows.</summary>
    public Place? ResumedBy { get; init; }

    /// <summary>What the body returns, on a path that has reached its return.</summary>
    public Value? Returned { get; init; }

    /// <summary>What the path has done with the objects that it made.</summary>
    public NewObjects New { get; init; } = NewObjects.None;

    public int IndexOf(Place place)
    {
        for (int i = Held.Length - 1; i >= 0; i--)
        {
            if (Held[i].Lock.Equals(place))
            {
                return i;
            }
        }

        return -1;
    }

    public Hold? HoldOf(Place place) => IndexOf(place) is >= 0 and int index ? Held[index] : null;

    /// <summary>True when the lock is held in a mode that is enough.</summary>
    public bool Holds(Place place, bool shared)
    {
        foreach (Hold hold in Held)
        {
            // Long ways round lead to one object (`Flbs.Machine` is the `Machine` one came from); of those the member has to do.
            bool same = hold.Lock.Equals(place)
                || ((place.Depth >= _longWay || place.Root.Kind == PlaceKind.Unknown) && hold.Lock.Kind == place.Kind && SymbolEqualityComparer.Default.Equals(hold.Lock.Symbol, place.Symbol));
            if ((shared || !hold.Mode.IsShared()) && same)
            {
                return true;
            }
        }

        return false;
    }

    public PathState Acquire(Hold hold)
    {
        if (Owed.Contains(hold.Lock))
        {
            // Taken back for the caller, whose it is.
            return this with { Owed = Owed.Remove(hold.Lock), Held = Held.Add(hold with { IsTakenBack = true }) };
        }

        for (int i = Held.Length - 1; i >= 0; i--)
        {
            if (Held[i].Mode == hold.Mode && hold.Within is null && Held[i].Within is null && Held[i].Lock.Equals(hold.Lock))
            {
                return this with { Held = Held.SetItem(i, Held[i] with { Count = Math.Min(Hold.Many, Held[i].Count + 1) }) };
            }
        }

        return this with { Held = Held.Add(hold) };
    }

    /// <summary>Releases the newest hold of a lock in a mode; <see langword="null"/> when there is none.</summary>
    public PathState? Release(Place place, LockMode mode, bool anyMode)
    {
        for (int i = Held.Length - 1; i >= 0; i--)
        {
            Hold hold = Held[i];
            if ((anyMode || hold.Mode == mode) && hold.Lock.Equals(place))
            {
                if (hold is { IsTakenBack: true, Count: 1 })
                {
                    // Lent once more: it is still the caller's.
                    return this with { Held = Held.RemoveAt(i), Owed = Owed.Add(place) };
                }

                return this with { Held = hold.Count > 1 && !anyMode ? Held.SetItem(i, hold with { Count = hold.Count - 1 }) : Held.RemoveAt(i) };
            }
        }

        return null;
    }

    /// <summary>Others may see a new object from now on, and what was put into it: whatever is held of it is held before all eyes.</summary>
    /// <param name="made">The object, or something else that new objects were put into.</param>
    public PathState HandOn(Place made)
    {
        PathState state = this;
        if (made is { IsHandedOn: false, Kind: PlaceKind.Fresh or PlaceKind.This } seen)
        {
            made = made.HandOn();
            state = Rename(seen, made);
            state = state with { New = state.New with { IsSelfHandedOn = New.IsSelfHandedOn || made.Kind == PlaceKind.This } };
        }

        foreach ((Place inner, Place outer) in state.New.Kept)
        {
            if (outer.Equals(made) && state.New.Kept.Contains((inner, outer)))
            {
                state = (state with { New = state.New with { Kept = state.New.Kept.Remove((inner, outer)) } }).HandOn(inner);
            }
        }

        return state;
    }

    /// <summary>An object goes by another name from now on.</summary>
    public PathState Rename(Place from, Place to) => this with
    {
        Held = Held.Select(hold => hold.Lock.Rebase(from, to) is { } renamed ? hold with { Lock = renamed } : hold).ToImmutableArray(),
        Missed = Missed.Select(place => place.Rebase(from, to) ?? place).ToImmutableHashSet(),
        Variables = Variables.ToImmutableDictionary(variable => variable.Key, variable => variable.Value.Rename(from, to)),
        New = New.Rename(from, to),
    };

    public Value? ValueOf(object variable) => Variables.TryGetValue(variable, out Value? value) ? value : null;

    public PathState With(object variable, Value value) => this with { Variables = Variables.SetItem(variable, value) };

    /// <summary>Gives a variable a new value: tests over it are new tests, and places that go through its old value are another object now.</summary>
    public PathState Assign(ISymbol variable, Value value, Place? ownPlace)
    {
        PathState state = variable is IParameterSymbol ? this with { Reassigned = Reassigned.Add(variable) } : this;
        if (!Tested.IsEmpty)
        {
            ImmutableDictionary<Condition, bool> tested = Tested;
            foreach (KeyValuePair<Condition, bool> test in Tested)
            {
                if (test.Key.Mentions.Contains(variable, SymbolEqualityComparer.Default))
                {
                    tested = tested.Remove(test.Key);
                }
            }

            state = state with { Tested = tested };
        }

        state = state.Unfinish(task => task.Reaches(variable)).Unfinish(variable);
        if (ownPlace is not null)
        {
            bool advances = value is PlaceValue { Place: var to } && !to.Equals(ownPlace) && to.StartsWith(ownPlace);
            state = advances ? state.Advance(ownPlace, ((PlaceValue)value).Place) : state.Retire(place => place.StartsWith(ownPlace));
            if (advances)
            {
                return state.With(variable, new PlaceValue(ownPlace));
            }
        }

        return state.With(variable, value);
    }

    /// <summary>Makes holds whose place is about to mean another object keep their old one, under a name of its own.</summary>
    /// <param name="means">Whether a place is concerned.</param>
    /// <param name="label">The name that elements of a collection get: <see cref="Below"/> when those that follow come after them by order.</param>
    public PathState Retire(Func<Place, bool> means, string label = Before)
    {
        bool any = false;
        foreach (Hold hold in Held)
        {
            any |= means(hold.Lock);
        }

        if (!any)
        {
            return Unfinish(means);
        }

        // Whoever kept the object in a variable still has it: the end of a lock statement among others.
        ImmutableDictionary<object, Value> variables = Variables;
        foreach (KeyValuePair<object, Value> variable in Variables)
        {
            if (variable.Value is PlaceValue { Place: var place } && means(place))
            {
                variables = variables.SetItem(variable.Key, new PlaceValue(Earlier(place, label)));
            }
        }

        ImmutableArray<Hold>.Builder held = ImmutableArray.CreateBuilder<Hold>(Held.Length);
        foreach (Hold hold in Held)
        {
            Hold kept = means(hold.Lock) ? hold with { Lock = Earlier(hold.Lock, label) } : hold;
            int same = 0;
            while (same < held.Count && !(held[same].Lock.Equals(kept.Lock) && held[same].Mode == kept.Mode))
            {
                same++;
            }

            if (same == held.Count)
            {
                held.Add(kept);
            }
            else
            {
                held[same] = held[same] with { Count = Hold.Many };
            }
        }

        return Unfinish(means) with { Held = held.ToImmutable(), Variables = variables };
    }

    /// <summary>Forgets tests of tasks that are reached through a variable or member which is about to be another object.</summary>
    public PathState Unfinish(ISymbol symbol)
    {
        ImmutableDictionary<object, Value> variables = Variables;
        foreach (KeyValuePair<object, Value> variable in Variables)
        {
            if (variable.Value is FinishedTestValue { Task: var task, Test: var test } && task.Reaches(symbol))
            {
                variables = variables.SetItem(variable.Key, test);
            }
        }

        return ReferenceEquals(variables, Variables) ? this : this with { Variables = variables };
    }

    // What the name means from now on may be another task.
    private PathState Unfinish(Func<Place, bool> means) => Finished.IsEmpty ? this : this with { Finished = Finished.Except(Finished.Where(means).ToList()) };

    /// <summary>What two paths to one point have in common, when they hold the same; the order of acquisition is that of the first.</summary>
    public PathState Join(PathState other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        ImmutableDictionary<object, Value> variables = Variables;
        foreach (KeyValuePair<object, Value> known in Variables)
        {
            if (!other.Variables.TryGetValue(known.Key, out Value? theirs) || !theirs.Equals(known.Value))
            {
                variables = (known.Value, theirs) switch
                {
                    (CodeValue mine, CodeValue more) => variables.SetItem(known.Key, new CodeValue(mine.Targets.Union(more.Targets).ToImmutableArray(), mine.Runs || more.Runs)),
                    (StatusValue, NullValue) => variables,
                    (NullValue, StatusValue status) => variables.SetItem(known.Key, status),
                    _ when theirs is not null && SameObject(known.Value, theirs) is { } seen => variables.SetItem(known.Key, seen),
                    _ => variables.Remove(known.Key),
                };
            }
        }

        ImmutableDictionary<Condition, bool> tested = Tested;
        foreach (KeyValuePair<Condition, bool> test in Tested)
        {
            if (!other.Tested.TryGetValue(test.Key, out bool outcome) || (outcome != test.Value && test.Key.Orders is null))
            {
                tested = tested.Remove(test.Key);
            }
        }

        ImmutableHashSet<Place> finished = Finished.IsEmpty ? Finished : Finished.Intersect(other.Finished);
        ImmutableHashSet<ISymbol> reassigned = Reassigned.Union(other.Reassigned);
        NewObjects made = New.Union(other.New);
        bool same = ReferenceEquals(made, New) && reassigned.Count == Reassigned.Count && ReferenceEquals(variables, Variables) && ReferenceEquals(tested, Tested) && finished.Count == Finished.Count
            && Missed.Count == other.Missed.Count && Suspended == other.Suspended
            && (ResumedBy is not null || other.ResumedBy is null);
        return same ? this : this with
        {
            Variables = variables,
            Tested = tested,
            Reassigned = reassigned,
            Finished = finished,
            Missed = Missed.Intersect(other.Missed),
            Suspended = Suspended && other.Suspended,
            New = made,
            ResumedBy = ResumedBy ?? other.ResumedBy,
        };
    }

    // What one of two paths has done with an object it is taken for behind both.
    private static PlaceValue? SameObject(Value one, Value? other) =>
        one is PlaceValue { Place: var mine } && other is PlaceValue { Place: var theirs } && mine.Merge(theirs) is { } merged ? new PlaceValue(merged) : null;

    // One step along a reference: what was its next is now itself, what was itself is one that came earlier.
    private PathState Advance(Place from, Place to)
    {
        ImmutableArray<Hold> held = Held;
        for (int i = 0; i < held.Length; i++)
        {
            Place place = held[i].Lock;
            if (place.StartsWith(to) && place.Rebase(to, from) is { } next)
            {
                held = held.SetItem(i, held[i] with { Lock = next });
            }
            else if (place.StartsWith(from))
            {
                held = held.SetItem(i, held[i] with { Lock = Earlier(place, Before) });
            }
        }

        return this with { Held = held };
    }

    private static Place Earlier(Place place, string label) => place.Kind switch
    {
        PlaceKind.Member => Earlier(place.Owner!, label).Member(place.Symbol!),
        PlaceKind.Element => place.Owner!.Element(label),
        _ => Place.Unknown(LockClasses.TypeOf(place), label),
    };
}
