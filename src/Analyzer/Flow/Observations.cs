using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What the paths through one body showed at each operation, gathered until all of them are known.</summary>
/// <remarks>A member that is guarded on one path and bare on another is one finding, not two; so nothing is reported before the last path is through.</remarks>
internal sealed class Observations
{
    private readonly Dictionary<(SyntaxNode Site, string Lock), GuardUse> _guarded = [];
    private readonly Dictionary<(SyntaxNode Site, Place Lock), RequiredUse> _required = [];
    private readonly Dictionary<(SyntaxNode Site, Place Lock), (ISymbol Callee, LockPrimitive Primitive)> _excluded = [];
    private readonly Dictionary<(SyntaxNode Site, Place Lock), ReleaseUse> _released = [];
    private readonly Dictionary<(SyntaxNode Site, Place Lock), Hold> _suspended = [];
    private readonly Dictionary<SyntaxNode, (string What, Hold Under, Place? Slot)> _blocking = [];
    private readonly Dictionary<SyntaxNode, (string What, Hold Under)> _unknown = [];
    private readonly Dictionary<SyntaxNode, (Place Lock, LockPrimitive Primitive, Hold? Against)> _conditions = [];
    private readonly Dictionary<SyntaxNode, TryValue> _ignored = [];
    private readonly HashSet<Place> _releasedInHandler = [];
    private readonly HashSet<Place> _releasedSomewhere = [];
    private readonly HashSet<Place> _acquired = [];
    private readonly HashSet<Place> _takenBack = [];

    public IEnumerable<KeyValuePair<(SyntaxNode Site, string Lock), GuardUse>> GuardUses => _guarded;

    public IEnumerable<KeyValuePair<(SyntaxNode Site, Place Lock), RequiredUse>> RequiredUses => _required;

    public IEnumerable<KeyValuePair<(SyntaxNode Site, Place Lock), (ISymbol Callee, LockPrimitive Primitive)>> ExcludedUses => _excluded;

    public IEnumerable<KeyValuePair<(SyntaxNode Site, Place Lock), ReleaseUse>> Releases => _released;

    public IEnumerable<KeyValuePair<(SyntaxNode Site, Place Lock), Hold>> Suspensions => _suspended;

    public IEnumerable<KeyValuePair<SyntaxNode, (string What, Hold Under, Place? Slot)>> BlockingCalls => _blocking;

    public IEnumerable<KeyValuePair<SyntaxNode, (string What, Hold Under)>> UnknownCalls => _unknown;

    public IEnumerable<KeyValuePair<SyntaxNode, (Place Lock, LockPrimitive Primitive, Hold? Against)>> ConditionUses => _conditions;

    public IEnumerable<KeyValuePair<SyntaxNode, TryValue>> IgnoredTries => _ignored;

    /// <summary>Locks that a callee released and that were not held here: this body is one more half of a pair, around that of the callee.</summary>
    public List<ScopedHold> PassedOn { get; } = [];

    public bool IsReleasedInHandler(Place place) => _releasedInHandler.Contains(place);

    public bool IsReleased(Place place) => _releasedSomewhere.Contains(place);

    public bool IsAcquired(Place place) => _acquired.Contains(place);

    /// <summary>True for a lock of the caller that some path releases and takes again.</summary>
    public bool IsTakenBack(Place place) => _takenBack.Contains(place);

    public void TakenBack(Place place) => _takenBack.Add(place);

    public void Acquired(Place place) => _acquired.Add(place);

    public void Released(IOperation site, Place place, LockPrimitive primitive, LockMode mode, PathState state, bool held, bool inHandler)
    {
        ReleasedByScope(place, inHandler);
        if (!_released.TryGetValue((site.Syntax, place), out ReleaseUse? use))
        {
            _released.Add((site.Syntax, place), use = new ReleaseUse(primitive, mode));
        }

        use.Held |= held;
        use.NotHeld |= !held;
        use.OtherMode ??= held ? null : state.HoldOf(place)?.Mode;
        use.Missed |= !held && state.Missed.Contains(place);
    }

    public void ReleasedByScope(Place place, bool inHandler)
    {
        _releasedSomewhere.Add(place);
        if (inHandler)
        {
            _releasedInHandler.Add(place);
        }
    }

    public void Suspended(IOperation site, Hold hold) => _suspended[(site.Syntax, hold.Lock)] = hold;

    /// <summary>Notes a wait under a lock.</summary>
    /// <param name="site">The call.</param>
    /// <param name="what">What is waited for.</param>
    /// <param name="slot">The semaphore that is waited for; <see langword="null"/> for anything else.</param>
    /// <param name="state">The path.</param>
    public void Blocking(IOperation site, string what, Place? slot, PathState state)
    {
        if (Innermost(state) is { } under)
        {
            _blocking[site.Syntax] = (what, under, slot);
        }
    }

    public void UnknownCode(IOperation site, string what, PathState state)
    {
        if (Innermost(state) is { } under)
        {
            _unknown[site.Syntax] = (what, under);
        }
    }

    public void Condition(IOperation site, Place place, LockPrimitive primitive, Hold? against) => _conditions[site.Syntax] = (place, primitive, against);

    public void TryIgnored(TryValue tried)
    {
        if (tried.Site is Microsoft.CodeAnalysis.Operations.IInvocationOperation)
        {
            _ignored[tried.Site.Syntax] = tried;
        }
    }

    public void Required(IOperation site, ISymbol callee, Place place, LockPrimitive primitive, bool shared, PathState state)
    {
        if (!_required.TryGetValue((site.Syntax, place), out RequiredUse? use))
        {
            _required.Add((site.Syntax, place), use = new RequiredUse(callee, primitive, shared));
        }

        bool held = state.Holds(place, shared);
        use.Held |= held;
        use.NotHeld |= !held;
        use.OnlyShared |= !held && state.Holds(place, shared: true);
    }

    public void Excluded(IOperation site, ISymbol callee, Place place, LockPrimitive primitive) => _excluded[(site.Syntax, place)] = (callee, primitive);

    /// <summary>Notes a use of a guarded member, on a path that holds what it holds.</summary>
    public void Guarded(IOperation site, ISymbol member, GuardContract guard, Place? owner, AccessKind access, PathState state)
    {
        bool write = access != AccessKind.Read;
        var missing = new List<(ContractLock Lock, Place Place, bool OnlyShared)>();
        bool any = false;
        foreach (ContractLock told in guard.Locks)
        {
            Place? place = told.Place is null ? null : Binding.Apply(told.Place, owner, []);
            if (place is null)
            {
                // A lock that the use cannot name is not held against it.
                any = true;
                continue;
            }

            if (state.Holds(place, shared: !write))
            {
                any = true;
            }
            else
            {
                missing.Add((told, place, state.Holds(place, shared: true)));
            }
        }

        bool enough = missing.Count == 0 || (!write && guard.AnyForRead && any);
        string path = string.Join("' and '", (missing.Count > 0 ? missing.Select(entry => entry.Lock.Path) : guard.Locks.Select(entry => entry.Path)));
        (SyntaxNode, string) key = (site.Syntax, string.Join(",", guard.Locks.Select(entry => entry.Path)));
        if (!_guarded.TryGetValue(key, out GuardUse? use))
        {
            _guarded.Add(key, use = new GuardUse(member, write));
        }

        use.Held |= enough;
        use.NotHeld |= !enough;
        use.OnlyShared |= !enough && missing.TrueForAll(entry => entry.OnlyShared);
        if (!enough)
        {
            use.Missing = path;
            use.MissingPlaces = string.Join(DiagnosticProperties.Separator, missing.Select(entry => entry.Place.ToString()));
        }
    }

    public void Report(CompilationFacts facts, BodyFacts result, IReadOnlyList<(PathState State, IOperation? Thrower)> thrown)
    {
        DisciplineRules.Report(facts, result, this);
        ReleaseRules.Report(facts, result, this, thrown);
        HazardRules.Report(facts, result, this);
    }

    private static Hold? Innermost(PathState state)
    {
        for (int i = state.Held.Length - 1; i >= 0; i--)
        {
            if (state.Held[i].Lock.Kind != PlaceKind.Pseudo)
            {
                return state.Held[i];
            }
        }

        return null;
    }
}

/// <summary>A use of a guarded member, over all paths.</summary>
internal sealed class GuardUse(ISymbol member, bool isWrite)
{
    public ISymbol Member { get; } = member;

    public bool IsWrite { get; } = isWrite;

    public bool Held { get; set; }

    public bool NotHeld { get; set; }

    public bool OnlyShared { get; set; }

    public string Missing { get; set; } = "";

    /// <summary>The same locks as the body of the use would name them, joined.</summary>
    public string MissingPlaces { get; set; } = "";
}

/// <summary>A call that requires a lock, over all paths.</summary>
internal sealed class RequiredUse(ISymbol callee, LockPrimitive primitive, bool shared)
{
    public ISymbol Callee { get; } = callee;

    public LockPrimitive Primitive { get; } = primitive;

    public bool Shared { get; } = shared;

    public bool Held { get; set; }

    public bool NotHeld { get; set; }

    public bool OnlyShared { get; set; }
}

/// <summary>A release, over all paths.</summary>
internal sealed class ReleaseUse(LockPrimitive primitive, LockMode mode)
{
    public LockPrimitive Primitive { get; } = primitive;

    public LockMode Mode { get; } = mode;

    public bool Held { get; set; }

    public bool NotHeld { get; set; }

    public LockMode? OtherMode { get; set; }

    public bool Missed { get; set; }
}
