using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;
using QuikGraph;
using QuikGraph.Algorithms;
using static LockGraph.Analyzer.CallerView;

namespace LockGraph.Analyzer;

/// <summary>Composes what bodies do over their calls, any depth, to a fixpoint.</summary>
/// <remarks>
/// Bottom-up over the strongly connected components of the call graph; inside a component until nothing new appears. A summary is a set of pairs
/// of held locks and a lock asked for ("critical pairs": Brotherston, Brunet, Gorogiannis, Kanovich, "A compositional deadlock detector for
/// Android Java", ASE 2021), with the chain of calls that leads there. Only bodies that somebody calls under a lock have one.
/// </remarks>
internal sealed class SummaryComposer
{
    /// <summary>Larger components are taken as one body: which instance is locked nobody follows through so many mutual calls.</summary>
    private const int _largestFollowed = 10;

    private const int _waysKept = 3;

    private readonly CallGraph _calls;
    private readonly int _maxDepth;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<BodyFacts, Summary> _summaries = [];
    private readonly HashSet<BodyFacts> _roots;

    /// <param name="calls">The call graph.</param>
    /// <param name="roots">Bodies that are entered with nothing held: what they nest inside is judged there, and callers see only what they acquire.</param>
    /// <param name="maxDepth">How many calls deep to look.</param>
    /// <param name="cancellation">Cancels.</param>
    public SummaryComposer(CallGraph calls, HashSet<BodyFacts> roots, int maxDepth, CancellationToken cancellation)
    {
        _calls = calls;
        _roots = roots;
        _maxDepth = maxDepth;
        _cancellation = cancellation;
    }

    /// <summary>What happens under a lock when a body is entered with nothing held.</summary>
    /// <param name="body">The body.</param>
    /// <param name="isWaited">True when somebody waits for the body: that is as good as a lock around all that it calls.</param>
    public IEnumerable<SummaryEvent> EnteredBare(BodyFacts body, bool isWaited)
    {
        var summary = new Summary { IsOutermost = true };
        foreach (AcquireEvent acquired in body.Acquisitions)
        {
            summary.Add(Own(body, acquired));
        }

        foreach (ResolvedCall call in _calls.CallsOf(body))
        {
            // A callee that is entered bare is judged on its own, unless it calls what it is given.
            if (isWaited || MattersAtRoot(call.Call))
            {
                Absorb(summary, body, call, Full(call.Callee), keepsHeld: true, onlyPending: !isWaited && call.Call.Held.IsEmpty && call.Wait is null && !HandsLocks(call.Call));
            }
        }

        return summary.Events;
    }

    /// <summary>Hazards behind the calls that a body makes under its locks.</summary>
    public IEnumerable<(ResolvedCall Call, SummaryHazard Hazard)> HazardsUnderLocks(BodyFacts body)
    {
        foreach (ResolvedCall call in _calls.CallsOf(body, static call => call.Kind == CallKind.Now && !call.Held.IsEmpty))
        {
            foreach (SummaryHazard hazard in Full(call.Callee).Hazards)
            {
                if (Deeper(body, call, hazard) is { } behind)
                {
                    yield return (call, behind);
                }
            }
        }
    }

    /// <summary>True for a call whose callee matters to a body that is entered with nothing held.</summary>
    public static bool MattersAtRoot(CallEvent call) => !call.Held.IsEmpty || HasCode(call) || call.Delegate is not null || HandsLocks(call);

    /// <summary>An acquisition of a body itself.</summary>
    public static SummaryEvent Own(BodyFacts body, AcquireEvent acquired) => new(
        acquired.Lock, acquired.Primitive, acquired.Mode, acquired.Waits, Holds(acquired.Held), acquired.Told ?? new CallChain(body.Body, acquired.Site.Syntax, null), acquired.Suspended, acquired.Ordered,
        acquired.Given)
    {
        Lent = acquired.Lent,
        Needs = Unset.NeedsOf(acquired.Lock),
    };

    private Summary Full(BodyFacts body)
    {
        if (!_summaries.ContainsKey(body))
        {
            Compose(body);
        }

        return _summaries[body];
    }

    private void Compose(BodyFacts body)
    {
        var graph = new AdjacencyGraph<BodyFacts, Edge<BodyFacts>>(allowParallelEdges: false);
        graph.AddVertex(body);
        var work = new Queue<BodyFacts>();
        work.Enqueue(body);
        while (work.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            BodyFacts at = work.Dequeue();
            foreach (BodyFacts next in _calls.CallsOf(at).Select(call => call.Callee).Concat(at.Calls.SelectMany(Passed)))
            {
                if (_summaries.ContainsKey(next))
                {
                    continue;
                }

                if (graph.AddVertex(next))
                {
                    work.Enqueue(next);
                }

                graph.AddEdge(new Edge<BodyFacts>(at, next));
            }
        }

        var components = new Dictionary<BodyFacts, int>();
        graph.StronglyConnectedComponents(components);

        // Tarjan numbers components as it leaves them: callees first.
        foreach (IGrouping<int, KeyValuePair<BodyFacts, int>> component in components.GroupBy(pair => pair.Value).OrderBy(group => group.Key))
        {
            IReadOnlyList<BodyFacts> members = BodyFacts.InOrder(component.Select(pair => pair.Key));
            foreach (BodyFacts member in members)
            {
                _summaries.Add(member, Start(member));
            }

            if (members.Count > _largestFollowed)
            {
                Merge(members);
            }
            else
            {
                Settle(members);
            }
        }
    }

    private Summary Start(BodyFacts body)
    {
        var summary = new Summary();
        bool keepsHeld = !_roots.Contains(body);
        foreach (AcquireEvent acquired in body.Acquisitions)
        {
            if (EventJudge.IsPrivateYet(body.Body, acquired.Lock) || (!keepsHeld && IsReentry(acquired.Primitive, acquired.Lock, acquired.Held)))
            {
                continue;
            }

            SummaryEvent own = Own(body, acquired);
            own = own with { Held = Shared(own.Held, body) };
            summary.Add(keepsHeld || NeedsCaller(own.Lock, own.Held) ? own : own with { Held = ImmutableArray<SummaryHold>.Empty });
        }

        foreach (HazardEvent hazard in body.Hazards)
        {
            summary.Add(new SummaryHazard(hazard.Kind, hazard.What, new CallChain(body.Body, hazard.Site.Syntax, null), hazard.Suspended, hazard.Given));
        }

        foreach (CallEvent call in body.Calls)
        {
            if (call is { Target: null, Delegate: { Kind: PlaceKind.Parameter } place, Kind: not CallKind.Elsewhere })
            {
                summary.Add(new PendingCall(place, Holds(call.Held), new CallChain(body.Body, call.Site.Syntax, null), call.Suspended, call.Given));
            }
        }

        return summary;
    }

    private void Settle(IReadOnlyList<BodyFacts> members)
    {
        bool recursive = members.Count > 1 || _calls.CallsOf(members[0]).Any(call => ReferenceEquals(call.Callee, members[0]));
        bool changed = true;
        for (int round = 0; changed && round <= members.Count + 1; round++)
        {
            _cancellation.ThrowIfCancellationRequested();
            changed = false;
            foreach (BodyFacts member in members)
            {
                foreach (ResolvedCall call in _calls.CallsOf(member))
                {
                    if (_summaries.TryGetValue(call.Callee, out Summary? callee))
                    {
                        changed |= Absorb(_summaries[member], member, call, callee, keepsHeld: !_roots.Contains(member), onlyPending: false);
                    }
                }
            }

            changed &= recursive;
        }
    }

    /// <summary>All members of a large component acquire what any of them does, on some instance, by the shortest way there.</summary>
    private void Merge(IReadOnlyList<BodyFacts> members)
    {
        var within = new HashSet<BodyFacts>(members);
        ILookup<BodyFacts, (BodyFacts Caller, ResolvedCall Call)> callers = members
            .SelectMany(member => _calls.CallsOf(member).Where(call => within.Contains(call.Callee)).Select(call => (Caller: member, call)))
            .ToLookup(pair => pair.call.Callee, pair => (pair.Caller, pair.call));
        foreach (BodyFacts member in members)
        {
            _cancellation.ThrowIfCancellationRequested();

            // What comes from outside the component first, then the way from every other member to here.
            foreach (ResolvedCall call in _calls.CallsOf(member).Where(call => !within.Contains(call.Callee)))
            {
                if (_summaries.TryGetValue(call.Callee, out Summary? callee))
                {
                    Absorb(_summaries[member], member, call, callee, keepsHeld: false, onlyPending: false);
                }
            }
        }

        foreach ((BodyFacts start, SummaryEvent[] events) in members.SelectMany(Alike).ToList())
        {
            _cancellation.ThrowIfCancellationRequested();
            SummaryEvent first = events[0];
            var begin = new Way(first.Lock, first.Primitive, first.Suspended, first.Given, [.. events.Select(found => found.Chain)])
            {
                Needs = events.Select(found => found.Needs).Aggregate((one, other) => one.Intersect(other)),
            };
            var ways = new Dictionary<BodyFacts, List<Way>> { [start] = [begin] };
            var work = new Queue<(BodyFacts At, Way Way)>();
            work.Enqueue((start, begin));
            while (work.Count > 0)
            {
                (BodyFacts at, Way from) = work.Dequeue();
                foreach ((BodyFacts caller, ResolvedCall call) in callers[at])
                {
                    if (from.From(caller, call) is not { } way)
                    {
                        continue;
                    }

                    if (!ways.TryGetValue(caller, out List<Way>? known))
                    {
                        ways.Add(caller, known = []);
                    }

                    // Many conditions under which one may come here are as good as none.
                    way = known.Count >= _waysKept ? way with { Given = ImmutableArray<GivenFlag>.Empty, Needs = ImmutableHashSet<Place>.Empty } : way;
                    if (known.Exists(other => other.Covers(way)))
                    {
                        continue;
                    }

                    known.Add(way);
                    for (int i = 0; i < events.Length; i++)
                    {
                        _summaries[caller].Add(Forget(events[i]) with { Chain = way.Chains[i], Suspended = way.Suspended, Shown = way.Wanted, Given = way.Given, Needs = way.Needs });
                    }

                    work.Enqueue((caller, way));
                }
            }
        }
    }

    /// <summary>The events of a body, those together that every way to them treats alike.</summary>
    private IEnumerable<(BodyFacts Member, SummaryEvent[] Events)> Alike(BodyFacts member) =>
        _summaries[member].Events.GroupBy(found => (found.Lock, found.Suspended, string.Concat(found.Given))).Select(group => (member, group.ToArray()));

    private static SummaryEvent Forget(SummaryEvent found) => found with
    {
        Lock = Binding.ApplyOrForget(found.Lock, null, [], null),
        Held = ImmutableArray<SummaryHold>.Empty,
        Ordered = ImmutableArray<(Place Left, Place Right)>.Empty,
        Given = ImmutableArray<GivenFlag>.Empty,
        Lent = ImmutableHashSet<Place>.Empty,
        Choices = ImmutableArray<DispatchChoice>.Empty,
    };

    private bool Absorb(Summary summary, BodyFacts body, ResolvedCall resolved, Summary callee, bool keepsHeld, bool onlyPending)
    {
        CallEvent call = resolved.Call;
        bool changed = false;
        ImmutableArray<SummaryHold> held = keepsHeld ? Holds(call.Held) : ImmutableArray<SummaryHold>.Empty;
        if (resolved.Wait is { } wait)
        {
            // Waiting is asking for what the body holds while it runs.
            changed |= summary.Add(new SummaryEvent(
                wait, LockPrimitive.Monitor, LockMode.Write, AcquisitionKind.Blocking, held, new CallChain(body.Body, call.Site.Syntax, null), call.Suspended, call.Ordered,
                call.Given)
            {
                Choices = resolved.Choice is { } own ? ImmutableArray.Create(own) : ImmutableArray<DispatchChoice>.Empty,
            });
            if (call.Kind is CallKind.Awaited or CallKind.Finished)
            {
                return changed;
            }

            held = held.Add(new SummaryHold(wait, LockPrimitive.Monitor, LockMode.Write, AcquisitionKind.Try, call.Site.Syntax, 0));
        }

        bool dropsLate = resolved.Target.IsAsync && !call.IsAwaited;
        Place Bound(Place place) => CallerView.Bound(place, resolved);
        if (!onlyPending)
        {
            foreach (SummaryEvent found in callee.Events.ToList())
            {
                if ((dropsLate && found.Suspended) || found.Chain.Length >= _maxDepth || found.Chain.Ways * resolved.Targets > CallChain.MostWays
                    || Flags(body, call, found.Given) is not { } given || _calls.Receivers.InWordsOf(resolved, found.Choices) is not { } choices)
                {
                    continue;
                }

                Place wanted = Bound(found.Lock);
                Place? shown = found.Shown is null ? null : Bound(found.Shown);
                if (EventJudge.IsPrivateYet(body.Body, shown ?? wanted) || (!keepsHeld && IsReentry(found.Primitive, shown ?? wanted, call)))
                {
                    // Callers cannot name the new object, so they could not tell that it is one; nor do they see what the body holds already.
                    continue;
                }

                if (Unset.Needs(call, found.Needs, Bound) is not { } needs)
                {
                    continue;
                }

                ImmutableHashSet<Place> lent = found.Lent.IsEmpty ? found.Lent : found.Lent.Select(Bound).ToImmutableHashSet();
                changed |= summary.Add(new SummaryEvent(
                    wanted,
                    found.Primitive,
                    found.Mode,
                    found.Waits,
                    keepsHeld || NeedsCaller(found.Lock, found.Held)
                        ? Shared(CallerView.Deeper(Without(keepsHeld ? held : Holds(call.Held), lent), found.Held, 1, Bound), body)
                        : ImmutableArray<SummaryHold>.Empty,
                    new CallChain(body.Body, call.Site.Syntax, found.Chain, resolved.Targets),
                    call.Suspended || (found.Suspended && resolved.Target.IsAsync),
                    found.Ordered.IsEmpty ? call.Ordered : call.Ordered.AddRange(found.Ordered.Select(pair => (Bound(pair.Left), Bound(pair.Right)))),
                    given)
                {
                    Lent = lent.Union(call.Lent),
                    Shown = shown,
                    Needs = needs,
                    Choices = choices,
                });
            }
        }

        if (call is { Kind: CallKind.Now, Held.IsEmpty: true })
        {
            foreach (SummaryHazard hazard in callee.Hazards.ToList())
            {
                changed |= Deeper(body, resolved, hazard) is { } behind && summary.Add(behind);
            }
        }

        foreach (PendingCall pending in callee.Pending.ToList())
        {
            changed |= AbsorbPending(summary, body, resolved, pending, CallerView.Deeper(Holds(call.Held), pending.Held, 1, Bound), keepsHeld);
        }

        return changed;
    }

    /// <summary>A hazard of a callee as its caller sees it; <see langword="null"/> for one that this call does not reach.</summary>
    private SummaryHazard? Deeper(BodyFacts body, ResolvedCall resolved, SummaryHazard hazard)
    {
        CallEvent call = resolved.Call;
        bool dropsLate = resolved.Target.IsAsync && !call.IsAwaited;
        return (dropsLate && hazard.Suspended) || hazard.Chain.Length >= _maxDepth || hazard.Chain.Ways * resolved.Targets > CallChain.MostWays || Flags(body, call, hazard.Given) is not { } given
            || _calls.Receivers.InWordsOf(resolved, hazard.Choices) is not { } choices
            ? null
            : new SummaryHazard(hazard.Kind, hazard.What, new CallChain(body.Body, call.Site.Syntax, hazard.Chain, resolved.Targets), call.Suspended || (hazard.Suspended && resolved.Target.IsAsync), given)
            {
                Choices = choices,
            };
    }

    /// <summary>A callee calls what it was given: here it is known what that was, or it was given to this body in turn.</summary>
    private bool AbsorbPending(Summary summary, BodyFacts body, ResolvedCall resolved, PendingCall pending, ImmutableArray<SummaryHold> held, bool keepsHeld)
    {
        CallEvent call = resolved.Call;
        if (pending.Delegate.Symbol is not IParameterSymbol parameter || parameter.Ordinal >= call.Arguments.Length || pending.Chain.Length >= _maxDepth
            || Flags(body, call, pending.Given) is not { } given || _calls.Receivers.InWordsOf(resolved, pending.Choices) is not { } choices)
        {
            return false;
        }

        var chain = new CallChain(body.Body, call.Site.Syntax, pending.Chain);
        switch (call.Arguments[parameter.Ordinal])
        {
            case PlaceValue { Place: { Kind: PlaceKind.Parameter } passedOn }:
                return summary.Add(new PendingCall(passedOn, held, chain, pending.Suspended || call.Suspended, given) { Choices = choices });
            case CodeValue code:
                bool changed = false;
                foreach ((CodeTarget target, BodyFacts run) in code.Targets.SelectMany(target => _calls.BodiesOf(target.Method).Select(run => (target, run))))
                {
                    if (!ReferenceEquals(run, body) && (_summaries.TryGetValue(run, out Summary? known) || TryCompose(run, out known)))
                    {
                        changed |= AbsorbRun(summary, target, known!, held, chain, call, choices, keepsHeld);
                    }
                }

                return changed;
            default:
                return false;
        }
    }

    private bool AbsorbRun(
        Summary summary, CodeTarget target, Summary run, ImmutableArray<SummaryHold> held, CallChain chain, CallEvent call, ImmutableArray<DispatchChoice> choices, bool keepsHeld)
    {
        bool changed = false;
        Place Bound(Place place) => Binding.ApplyOrForget(place, target.Receiver, [], target.Method);
        foreach (SummaryEvent found in run.Events.Where(found => found.Choices.All(choice => choice.Receiver.Kind != PlaceKind.This || _calls.Receivers.MayRun(choice, target.Receiver))).ToList())
        {
            changed |= summary.Add(new SummaryEvent(
                Bound(found.Lock), found.Primitive, found.Mode, found.Waits,
                keepsHeld ? CallerView.Deeper(held, found.Held, chain.Length, Bound) : ImmutableArray<SummaryHold>.Empty,
                Append(chain, found.Chain),
                found.Suspended || call.Suspended,
                call.Ordered,
                call.Given)
            {
                Choices = choices,
            });
        }

        return changed;
    }

    // A component that is being composed has its members' summaries already; anything else is composed on its own.
    private bool TryCompose(BodyFacts body, out Summary? summary)
    {
        Compose(body);
        return _summaries.TryGetValue(body, out summary);
    }

    private IEnumerable<BodyFacts> Passed(CallEvent call) =>
        call.Arguments.OfType<CodeValue>().SelectMany(code => code.Targets).SelectMany(target => _calls.BodiesOf(target.Method));
}
