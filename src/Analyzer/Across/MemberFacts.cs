using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What happens in each body, itself and through calls: the facts of callees, in the words of their callers, until nothing new appears.</summary>
/// <remarks>
/// Less than the rules know, and cheap: of an acquisition the lock and the object in a few words, and no chain; of what is held only what callers
/// have to know. Bodies are taken in the order of the sources, so that equal sources give equal facts.
/// </remarks>
internal sealed class MemberFacts
{
    /// <summary>A lock that is reached in more ways than this from one body is told of as some instance.</summary>
    private const int _mostPlaces = 4;

    /// <summary>Of a body in which more happens than this, the rest is not told.</summary>
    private const int _mostFacts = 150;

    private readonly CompilationFacts _facts;
    private readonly CallGraph _calls;
    private readonly LockTable _locks;
    private readonly Dictionary<BodyFacts, Node> _nodes = [];
    private readonly Queue<Node> _work = new();
    private readonly Dictionary<(string Lock, LockMode Mode, string Member), SummarizedRaise> _raised = [];

    public MemberFacts(CompilationFacts facts, CallGraph calls, LockTable locks, IEnumerable<BodyFacts> bodies, CancellationToken cancellation)
    {
        _facts = facts;
        _calls = calls;
        _locks = locks;
        List<Node> nodes = [.. bodies.SelectMany(body => body.Nested.Prepend(body)).Select(NodeOf)];
        foreach (Node node in nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (ResolvedCall call in _calls.CallsOf(node.Body))
            {
                if (_nodes.ContainsKey(call.Callee) || _facts.Summaries.Knows(call.Target))
                {
                    AddLink(new Link(node, NodeOf(call.Callee), call.Call, call.Target, call.Targets, call.Call.Receiver, call.Call.Arguments) { IsWaited = call.Call.Kind != CallKind.Now });
                }
            }
        }

        foreach (Node node in nodes)
        {
            AddOwn(node);
        }

        while (_work.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            Node node = _work.Dequeue();
            node.IsWaiting = false;
            for (int i = 0; i < node.Callers.Count; i++)
            {
                Follow(node.Callers[i]);
            }
        }
    }

    /// <summary>Calls of open members under locks of the program, one for each lock and member.</summary>
    public IEnumerable<(string Lock, SummarizedRaise Raise)> Raised => _raised.Select(pair => (pair.Key.Lock, pair.Value));

    /// <summary>What happens in a body, each thing with what tells it apart in every body.</summary>
    public IEnumerable<(string Identity, MemberFact Fact)> Of(BodyFacts body) => _nodes.TryGetValue(body, out Node? node) ? node.Known.Select(pair => (pair.Key, pair.Value)) : [];

    private Node NodeOf(BodyFacts body)
    {
        if (!_nodes.TryGetValue(body, out Node? node))
        {
            _nodes.Add(body, node = new Node(body));
            if (body.Body is IMethodSymbol { DeclaringSyntaxReferences.Length: 0 })
            {
                // Of another assembly: all that it does it has been told to do itself.
                AddOwn(node);
            }
        }

        return node;
    }

    private void AddLink(Link link)
    {
        link.Callee.Callers.Add(link);
        Follow(link);
    }

    private void AddOwn(Node node)
    {
        ISymbol body = node.Body.Body;
        foreach (AcquireEvent acquired in node.Body.Acquisitions)
        {
            // What is taken while a lock of the caller is lent depends on the caller's locks too much to be told.
            if (!acquired.Lent.IsEmpty || EventJudge.IsPrivateYet(body, acquired.Lock) || CallerView.IsReentry(acquired.Primitive, acquired.Lock, acquired.Held)
                || _locks.Find(body, acquired.Lock, acquired.Primitive) is not { } found)
            {
                continue;
            }

            ImmutableArray<FactHold> held = HoldsOf(body, acquired.Held);
            bool needsCaller = found.Key is null || held.Any(hold => hold.Key is null);
            SummarizedStep at = acquired.Told is { } told ? SummaryWriter.StepAt(told.Body, told.Site) : SummaryWriter.StepAt(body, acquired.Site.Syntax);
            Add(node, new MemberFact(SummarizedKind.Acquire, at, acquired.Suspended, acquired.Given)
            {
                Key = found.Key,
                Place = MemberFact.Told(found.Place),
                Primitive = acquired.Primitive,
                Mode = acquired.Mode,
                Waits = acquired.Waits,
                Held = needsCaller ? held : ImmutableArray<FactHold>.Empty,
            });
        }

        foreach (HazardEvent wait in node.Body.Hazards.Where(hazard => hazard.Kind == Hazard.Wait))
        {
            Add(node, new MemberFact(SummarizedKind.Wait, SummaryWriter.StepAt(body, wait.Site.Syntax), wait.Suspended, wait.Given) { Subject = wait.What });
        }

        foreach (CallEvent call in node.Body.Calls)
        {
            SummarizedStep at = SummaryWriter.StepAt(body, call.Site.Syntax);
            if (call is { Target: null, Delegate: { Kind: PlaceKind.Parameter, Symbol: IParameterSymbol parameter }, Kind: not CallKind.Elsewhere })
            {
                if (SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, body))
                {
                    Add(node, new MemberFact(SummarizedKind.Invoke, at, call.Suspended, call.Given) { Parameter = parameter.Ordinal, Held = HoldsOf(body, call.Held) });
                }
            }
            else if (OverridableMembers.Of(call) is { } open && PlaceText.IdOf(open) is { Length: > 0 } id)
            {
                Add(node, new MemberFact(SummarizedKind.Open, at, call.Suspended, call.Given) { Subject = id });
                Raise(HoldsOf(body, call.Held), id, at);
            }
        }
    }

    private void Follow(Link link)
    {
        for (; link.Seen < link.Callee.Facts.Count; link.Seen++)
        {
            MemberFact fact = link.Callee.Facts[link.Seen];
            if (link.IsWaited || fact.Ways * link.Targets > CallChain.MostWays || (link.DropsLate && fact.Suspended))
            {
                continue;
            }

            if ((link.IsRun ? link.Call.Given : CallerView.Flags(link.Caller.Body, link.Call, fact.Given)) is { } given)
            {
                MemberFact seen = fact with
                {
                    Suspended = link.Call.Suspended || (fact.Suspended && (link.IsRun || link.Target.IsAsync)),
                    Given = given,
                    Ways = fact.Ways * link.Targets,
                };
                Take(link, fact, seen);
            }
        }
    }

    private void Take(Link link, MemberFact fact, MemberFact seen)
    {
        ISymbol body = link.Caller.Body.Body;
        switch (fact.Kind)
        {
            case SummarizedKind.Acquire:
                TakeAcquisition(link, body, fact, seen);
                break;
            case SummarizedKind.Wait when link.Call.Held.IsEmpty:
                Add(link.Caller, seen);
                break;
            case SummarizedKind.Open:
                Add(link.Caller, seen);
                Raise(link.Held ??= link.Around.AddRange(HoldsOf(body, link.Call.Held)), fact.Subject, fact.At);
                break;
            case SummarizedKind.Invoke when !link.IsRun && fact.Parameter < link.Arguments.Length:
                TakeInvocation(link, body, fact, seen);
                break;
        }
    }

    private void TakeAcquisition(Link link, ISymbol body, MemberFact fact, MemberFact seen)
    {
        Place? place = fact.Place is null ? null : Bound(link, fact.Place);
        string? key = fact.Key;
        if (place is not null)
        {
            if (EventJudge.IsPrivateYet(body, place) || CallerView.IsReentry(fact.Primitive, place, link.Call.Held))
            {
                return;
            }

            if (key is null)
            {
                if (_locks.Find(body, place, fact.Primitive) is not { } found)
                {
                    return;
                }

                (place, key) = found;
            }
        }

        if (key is null && place is null)
        {
            return;
        }

        ImmutableArray<FactHold> held = fact.Held.Select(hold => Bound(link, body, hold)).OfType<FactHold>().ToImmutableArray();
        bool needsCaller = key is null || held.Any(hold => hold.Key is null);
        Add(link.Caller, seen with { Place = MemberFact.Told(place), Key = key, Held = needsCaller ? held : ImmutableArray<FactHold>.Empty });
    }

    private void TakeInvocation(Link link, ISymbol body, MemberFact fact, MemberFact seen)
    {
        // Through a recursion the same is held again and again.
        ImmutableArray<FactHold> held = HoldsOf(body, link.Call.Held).AddRange(fact.Held.Select(hold => Bound(link, body, hold)).OfType<FactHold>())
            .GroupBy(hold => (hold.Key, hold.Mode)).Select(same => same.First()).Take(_mostPlaces).ToImmutableArray();
        switch (link.Arguments[fact.Parameter])
        {
            case PlaceValue { Place: { Kind: PlaceKind.Parameter, Symbol: IParameterSymbol passedOn } } when SymbolEqualityComparer.Default.Equals(passedOn.ContainingSymbol, body):
                Add(link.Caller, seen with { Parameter = passedOn.Ordinal, Held = held });
                break;
            case CodeValue code:
                foreach (CodeTarget target in code.Targets)
                {
                    foreach (BodyFacts run in _calls.BodiesOf(target.Method))
                    {
                        if (_nodes.TryGetValue(run, out Node? callee) && link.Runs.Add((run, string.Concat(held.Select(hold => hold.Key)))))
                        {
                            AddLink(new Link(link.Caller, callee, link.Call, target.Method, 1, target.Receiver, ImmutableArray<Value>.Empty) { IsRun = true, Around = held });
                        }
                    }
                }

                break;
        }
    }

    private static Place Bound(Link link, Place place)
    {
        IMethodSymbol? inner = link.IsRun || link.Target.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction ? link.Target : null;
        return Binding.ApplyOrForget(place, link.Receiver, link.Arguments, inner);
    }

    private FactHold? Bound(Link link, ISymbol body, FactHold hold)
    {
        Place? place = hold.Place is null ? null : Bound(link, hold.Place);
        if (hold.Key is not null || place is null)
        {
            return hold with { Place = MemberFact.Told(place) };
        }

        return _locks.Find(body, place, hold.Primitive) is { } found ? hold with { Place = MemberFact.Told(found.Place), Key = found.Key } : null;
    }

    private ImmutableArray<FactHold> HoldsOf(ISymbol body, ImmutableArray<Hold> held)
    {
        ImmutableArray<FactHold> holds = ImmutableArray<FactHold>.Empty;
        foreach (Hold hold in held)
        {
            if (!EventJudge.IsPrivateYet(body, hold.Lock) && _locks.Find(body, hold.Lock, hold.Primitive) is { } found)
            {
                SummarizedStep at = hold.Site is { } site ? SummaryWriter.StepAt(body, site.Syntax) : SummaryWriter.StepAt(body, null);
                holds = holds.Add(new FactHold(MemberFact.Told(found.Place), found.Key, hold.Primitive, hold.Mode, hold.Waits, at));
            }
        }

        return holds;
    }

    private void Raise(ImmutableArray<FactHold> held, string member, SummarizedStep at)
    {
        foreach (FactHold hold in held)
        {
            if (hold.Key is { } key && !_raised.ContainsKey((key, hold.Mode, member)))
            {
                string place = hold.Place is { Root.Kind: PlaceKind.Static or PlaceKind.Named } fixedPlace ? PlaceText.Write(fixedPlace, body: null) : PlaceText.Unknown(hold.Place);
                _raised.Add((key, hold.Mode, member), new SummarizedRaise(new SummarizedHold(-1, place, hold.Primitive, hold.Mode, hold.Waits, hold.At), member, at));
            }
        }
    }

    private void Add(Node node, MemberFact fact)
    {
        // A file tells of truths alone. On other answers it happens as far as others know.
        fact = fact.Given.All(flag => flag.Asked.Kind == QuestionKind.Truth) ? fact : fact with { Given = fact.Given.RemoveAll(flag => flag.Asked.Kind != QuestionKind.Truth) };
        if (fact.Given.Length > 0 && node.Known.ContainsKey(fact.Identity(withFlags: false)))
        {
            return;
        }

        if (node.Facts.Count >= _mostFacts)
        {
            return;
        }

        string identity = fact.Identity();
        if (node.Known.TryGetValue(identity, out MemberFact? known))
        {
            if (known.Ways <= fact.Ways)
            {
                return;
            }
        }
        else
        {
            // Many objects, or many flags: which of them it is makes no difference any more.
            string kind = fact.Identity(withPlace: false, withFlags: false);
            node.Kinds.TryGetValue(kind, out int count);
            if (count >= _mostPlaces && (fact.Given.Length > 0 || (fact.Key is not null && fact.Place is { } place && place.Root.Kind is not (PlaceKind.Static or PlaceKind.Named))))
            {
                Add(node, fact with { Place = fact.Place?.Root.Kind is PlaceKind.Static or PlaceKind.Named || fact.Key is null ? fact.Place : null, Given = ImmutableArray<GivenFlag>.Empty });
                return;
            }

            node.Kinds[kind] = count + 1;
        }

        node.Known[identity] = fact;
        node.Facts.Add(fact);
        if (!node.IsWaiting)
        {
            node.IsWaiting = true;
            _work.Enqueue(node);
        }
    }

    /// <summary>A body and what is known of it so far.</summary>
    private sealed class Node(BodyFacts body)
    {
        public BodyFacts Body { get; } = body;

        public Dictionary<string, MemberFact> Known { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, int> Kinds { get; } = new(StringComparer.Ordinal);

        /// <summary>In the order in which they became known.</summary>
        public List<MemberFact> Facts { get; } = [];

        public List<Link> Callers { get; } = [];

        public bool IsWaiting { get; set; }
    }

    /// <summary>A call, or the run of what was handed to one.</summary>
    private sealed class Link(Node caller, Node callee, CallEvent call, IMethodSymbol target, int targets, Place? receiver, ImmutableArray<Value> arguments)
    {
        public Node Caller { get; } = caller;

        public Node Callee { get; } = callee;

        public CallEvent Call { get; } = call;

        public IMethodSymbol Target { get; } = target;

        public int Targets { get; } = targets;

        public Place? Receiver { get; } = receiver;

        public ImmutableArray<Value> Arguments { get; } = arguments;

        /// <summary>True when the callee was handed to the call, and is run by it.</summary>
        public bool IsRun { get; init; }

        /// <summary>True when the caller waits for what runs elsewhere: he does not hold what is taken there.</summary>
        public bool IsWaited { get; init; }

        /// <summary>What the call holds around a callee that it runs.</summary>
        public ImmutableArray<FactHold> Around { get; init; } = ImmutableArray<FactHold>.Empty;

        /// <summary>All that is held; found when it is first asked for.</summary>
        public ImmutableArray<FactHold>? Held { get; set; }

        public bool DropsLate => !IsRun && Target.IsAsync && !Call.IsAwaited;

        /// <summary>How many facts of the callee have been taken.</summary>
        public int Seen { get; set; }

        public HashSet<(BodyFacts, string)> Runs { get; } = [];
    }
}
