using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>One step of a call chain, and those further in: in which body, where in it, and what it leads to.</summary>
/// <param name="Body">The body.</param>
/// <param name="Site">The call, or at the end the acquisition.</param>
/// <param name="Inner">The rest of the chain; <see langword="null"/> at the end.</param>
/// <param name="Targets">How many bodies the call may run, of which this chain takes one.</param>
internal sealed record CallChain(ISymbol Body, SyntaxNode Site, CallChain? Inner, int Targets = 1)
{
    /// <summary>
    /// A chain that picks one of more ways than this is not followed: behind a few calls of widely implemented interfaces everything reaches
    /// everything, and nobody believes such a report.
    /// </summary>
    public const int MostWays = 8;

    /// <summary>The number of ways that the code could have gone instead of this one, this one included.</summary>
    public int Ways { get; } = Targets * (Inner?.Ways ?? 1);

    public int Length { get; } = Inner is null ? 1 : Inner.Length + 1;

    /// <summary>True for the chain that reaches more callers: the one that guesses less, and of two that guess alike the shorter.</summary>
    public bool IsBetterThan(CallChain other) => Ways != other.Ways ? Ways < other.Ways : Length < other.Length;

    public CallChain Last => Inner is null ? this : Inner.Last;

    /// <summary>The steps, outermost first.</summary>
    public IEnumerable<CallChain> Steps
    {
        get
        {
            for (CallChain? at = this; at is not null; at = at.Inner)
            {
                yield return at;
            }
        }
    }

    /// <summary>The step of a frame; the last one for a frame beyond it.</summary>
    public CallChain At(int frame)
    {
        CallChain at = this;
        for (; frame > 0 && at.Inner is { } inner; frame--)
        {
            at = inner;
        }

        return at;
    }
}

/// <summary>A lock held while another is asked for, somewhere up the chain.</summary>
/// <param name="Lock">The lock, in the words of the body at the head of the chain.</param>
/// <param name="Primitive">What kind of lock it is.</param>
/// <param name="Mode">The mode.</param>
/// <param name="Waits">How it was acquired.</param>
/// <param name="Site">Where it was acquired; <see langword="null"/> for what a contract promises.</param>
/// <param name="Frame">The step of the chain whose body holds it.</param>
internal sealed record SummaryHold(Place Lock, LockPrimitive Primitive, LockMode Mode, AcquisitionKind Waits, SyntaxNode? Site, int Frame)
{
    /// <summary>True for what a loop has acquired and kept in more than one of its turns.</summary>
    public bool IsRepeated { get; init; }
}

/// <summary>A lock that a body asks for, itself or through calls.</summary>
internal sealed record SummaryEvent(
    Place Lock,
    LockPrimitive Primitive,
    LockMode Mode,
    AcquisitionKind Waits,
    ImmutableArray<SummaryHold> Held,
    CallChain Chain,
    bool Suspended,
    ImmutableArray<(Place Left, Place Right)> Ordered,
    ImmutableArray<GivenFlag> Given)
{
    /// <summary>Locks that callers do not hold when it happens, though they hold them when they call: the body, or one on the way, gave them back for now.</summary>
    public ImmutableHashSet<Place> Lent { get; init; } = ImmutableHashSet<Place>.Empty;

    /// <summary>References of the receiver and of parameters that must be there for it to happen, whichever way it does.</summary>
    public ImmutableHashSet<Place> Needs { get; init; } = ImmutableHashSet<Place>.Empty;

    /// <summary>Where the lock is reached from on the way that the chain shows, when there are others; <see langword="null"/> when <see cref="Lock"/> tells.</summary>
    public Place? Shown { get; init; }

    /// <summary>What the body has to be given for the way there to be taken.</summary>
    public ImmutableArray<DispatchChoice> Choices { get; init; } = ImmutableArray<DispatchChoice>.Empty;

    /// <summary>What makes two events one, where the same conditions lead to both: the better chain is kept.</summary>
    public EventKey Key => new(Lock, Mode, Waits, Held, Suspended, Lent);
}

/// <summary>Identity of an event, apart from its chain.</summary>
internal readonly struct EventKey : IEquatable<EventKey>
{
    private readonly Place _lock;
    private readonly LockMode _mode;
    private readonly AcquisitionKind _waits;
    private readonly ImmutableArray<SummaryHold> _held;
    private readonly bool _suspended;
    private readonly ImmutableHashSet<Place> _lent;

    public EventKey(
        Place place, LockMode mode, AcquisitionKind waits, ImmutableArray<SummaryHold> held, bool suspended, ImmutableHashSet<Place> lent)
    {
        _lent = lent;
        _lock = place;
        _mode = mode;
        _waits = waits;
        _held = held;
        _suspended = suspended;
    }

    public bool Equals(EventKey other)
    {
        if (_mode != other._mode || _waits != other._waits || _suspended != other._suspended || _held.Length != other._held.Length
            || !_lock.Equals(other._lock) || !_lent.SetEquals(other._lent))
        {
            return false;
        }

        for (int i = 0; i < _held.Length; i++)
        {
            // Where a lock was taken matters: each of two places that nest wrongly is a finding.
            if (_held[i].Mode != other._held[i].Mode || _held[i].IsRepeated != other._held[i].IsRepeated
                || !_held[i].Lock.Equals(other._held[i].Lock) || !ReferenceEquals(_held[i].Site, other._held[i].Site))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is EventKey other && Equals(other);

    public override int GetHashCode()
    {
        int hash = _lock.GetHashCode();
        foreach (SummaryHold hold in _held)
        {
            hash = unchecked((hash * 31) + hold.Lock.GetHashCode());
        }

        return hash;
    }
}

/// <summary>A delegate parameter that a body calls: which code that is, its callers know.</summary>
internal sealed record PendingCall(Place Delegate, ImmutableArray<SummaryHold> Held, CallChain Chain, bool Suspended, ImmutableArray<GivenFlag> Given)
{
    /// <summary>What the body has to be given for the way there to be taken.</summary>
    public ImmutableArray<DispatchChoice> Choices { get; init; } = ImmutableArray<DispatchChoice>.Empty;
}

/// <summary>A hazard that a body reaches without holding anything: its caller may hold something.</summary>
internal sealed record SummaryHazard(Hazard Kind, string What, CallChain Chain, bool Suspended, ImmutableArray<GivenFlag> Given)
{
    /// <summary>What the body has to be given for the way there to be taken.</summary>
    public ImmutableArray<DispatchChoice> Choices { get; init; } = ImmutableArray<DispatchChoice>.Empty;
}

/// <summary>Everything that a body may ask for, in its own words.</summary>
internal sealed class Summary
{
    /// <summary>More events than this lose what they know of instances and of what is held inside: the classes that are acquired stay.</summary>
    public const int MaxEvents = 600;

    private readonly Dictionary<EventKey, List<SummaryEvent>> _events = [];
    private readonly List<PendingCall> _pending = [];
    private readonly List<SummaryHazard> _hazards = [];

    /// <summary>True for a body that nobody calls: what it is given nobody decides.</summary>
    public bool IsOutermost { get; init; }

    public IEnumerable<SummaryEvent> Events => _events.Values.SelectMany(events => events);

    public int Count { get; private set; }

    public IReadOnlyList<PendingCall> Pending => _pending;

    public IReadOnlyList<SummaryHazard> Hazards => _hazards;

    /// <summary>Adds an event, or a better chain or a way that needs less to a known one; true when there is something new for callers.</summary>
    public bool Add(SummaryEvent found)
    {
        found = IsOutermost && !found.Choices.IsEmpty ? found with { Choices = ImmutableArray<DispatchChoice>.Empty } : found;
        EventKey key = found.Key;
        if (!_events.TryGetValue(key, out List<SummaryEvent>? same))
        {
            same = [];
        }

        for (int i = 0; i < same.Count; i++)
        {
            SummaryEvent known = same[i];
            if (Covers(known, found))
            {
                // What only one of two ways needs is not needed.
                ImmutableHashSet<Place> needs = known.Needs.IsEmpty ? known.Needs : known.Needs.Intersect(found.Needs);
                SummaryEvent kept = IsAlike(known, found) && found.Chain.IsBetterThan(known.Chain) ? found : known;
                same[i] = kept.Needs.Count == needs.Count ? kept : kept with { Needs = needs };
                return needs.Count < known.Needs.Count || kept.Chain.Ways < known.Chain.Ways;
            }
        }

        foreach (SummaryEvent known in same)
        {
            found = Covers(found, known) && !found.Needs.IsEmpty ? found with { Needs = found.Needs.Intersect(known.Needs) } : found;
        }

        Count -= same.RemoveAll(known => Covers(found, known));
        if (Count >= MaxEvents)
        {
            return false;
        }

        same.Add(found);
        _events[key] = same;
        Count++;
        return true;
    }

    /// <summary>Adds a hazard, unless one of its kind is known: one is enough for whoever calls. Of two the better chain is kept.</summary>
    public bool Add(SummaryHazard hazard)
    {
        int index = _hazards.FindIndex(known => Covers(known, hazard));
        if (index < 0)
        {
            _hazards.RemoveAll(known => Covers(hazard, known));
            _hazards.Add(hazard);
            return true;
        }

        SummaryHazard other = _hazards[index];
        _hazards[index] = IsAlike(other, hazard) && hazard.Chain.IsBetterThan(other.Chain) ? hazard : other;
        return _hazards[index].Chain.Ways < other.Chain.Ways;
    }

    /// <summary>True when whatever fulfils some conditions fulfils fewer of them: what these lead to is reached then.</summary>
    public static bool IsReachedBy<TCondition>(ImmutableArray<TCondition> few, ImmutableArray<TCondition> many)
    {
        foreach (TCondition condition in few)
        {
            if (!many.Contains(condition))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAlike(SummaryEvent one, SummaryEvent other) => one.Given.Length == other.Given.Length && one.Choices.Length == other.Choices.Length;

    private static bool IsAlike(SummaryHazard one, SummaryHazard other) => one.Given.Length == other.Given.Length && one.Choices.Length == other.Choices.Length;

    // A chain that guesses more is given up sooner by those who call: it covers none that guesses less, but under the same conditions.
    private static bool Covers(SummaryEvent known, SummaryEvent found) => IsReachedBy(known.Given, found.Given) && IsReachedBy(known.Choices, found.Choices)
        && (known.Chain.Ways <= found.Chain.Ways || IsAlike(known, found));

    private static bool Covers(SummaryHazard known, SummaryHazard found) => known.Kind == found.Kind && known.What == found.What && known.Suspended == found.Suspended
        && IsReachedBy(known.Given, found.Given) && IsReachedBy(known.Choices, found.Choices) && (known.Chain.Ways <= found.Chain.Ways || IsAlike(known, found));

    public bool Add(PendingCall call)
    {
        if (_pending.Count >= MaxEvents || _pending.Exists(known => known.Delegate.Equals(call.Delegate) && known.Held.Length == call.Held.Length
            && (known.Choices.IsEmpty || known.Choices.SequenceEqual(call.Choices))
            && known.Held.Zip(call.Held, (one, other) => one.Lock.Equals(other.Lock)).All(same => same)))
        {
            return false;
        }

        _pending.Add(call);
        return true;
    }
}
