using System.Collections.Immutable;
using static LockGraph.Analyzer.CallerView;

namespace LockGraph.Analyzer;

/// <summary>One way through a large component to events that differ in nothing that matters on it.</summary>
internal sealed record Way(Place Wanted, LockPrimitive Primitive, bool Suspended, ImmutableArray<GivenFlag> Given, IReadOnlyList<CallChain> Chains)
{
    public ImmutableHashSet<Place> Needs { get; init; } = ImmutableHashSet<Place>.Empty;

    /// <summary>True when whoever lies on another way lies on this one.</summary>
    public bool Covers(Way other) => (!Suspended || other.Suspended) && Summary.IsReachedBy(Given, other.Given) && Needs.IsSubsetOf(other.Needs);

    /// <summary>The way one call further out; <see langword="null"/> when it does not lead there.</summary>
    public Way? From(BodyFacts caller, ResolvedCall call)
    {
        bool isAsync = call.Target.IsAsync;
        Place wanted = Bound(Wanted, call);
        if ((Suspended && isAsync && !call.Call.IsAwaited) || Chains[0].Ways * call.Targets > CallChain.MostWays
            || EventJudge.IsPrivateYet(caller.Body, wanted) || IsReentry(Primitive, wanted, call.Call) || Flags(caller, call.Call, Given) is not { } given
            || Unset.Needs(call.Call, Needs, place => Bound(place, call)) is not { } needs)
        {
            return null;
        }

        List<CallChain> chains = [.. Chains.Select(chain => new CallChain(caller.Body, call.Call.Site.Syntax, chain, call.Targets))];
        return new Way(wanted, Primitive, call.Call.Suspended || (Suspended && isAsync), given, chains) { Needs = needs };
    }
}
