using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>The lock order of a whole program as its code can make it: every edge from every root, and the rings that they close.</summary>
/// <remarks>Bodies are taken in the order of the sources, so that equal sources give equal findings. Not thread-safe.</remarks>
internal sealed partial class StaticOrder
{
    private readonly CompilationFacts _facts;
    private readonly EventJudge _judge;
    private readonly LockOrderGraph _graph = new();
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly SortedDictionary<string, SnapshotClass> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, LockTaker>> _takers = new(StringComparer.Ordinal);
    private readonly Dictionary<EdgeWitness, EdgeOrigin> _origins = [];
    private readonly Dictionary<(string Class, string Along, bool Down), (JudgedEvent Event, HeldLock Outer, ISymbol Body)> _directed = [];
    private readonly HashSet<(string, Location, string)> _reported = [];
    private readonly List<Finding> _findings = [];
    private readonly List<Violation> _violations = [];

    public StaticOrder(CompilationFacts facts, Declarations declarations)
    {
        _facts = facts;
        _judge = new EventJudge(facts, declarations.Order);
        Declared = declarations.Order;
        foreach ((string outer, string inner, _) in declarations.Order.Promises.Where(promise => declarations.Order.IsBefore(promise.Outer, promise.Inner)))
        {
            _graph.Observe(new EdgeOccurrence { Outer = NodeOf(outer), Inner = NodeOf(inner), Provenance = EdgeProvenance.Declared });
        }
    }

    public DeclaredOrder Declared { get; }

    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>Takes in everything that a root does.</summary>
    /// <param name="body">The body, entered with nothing held.</param>
    /// <param name="events">What it may ask for.</param>
    /// <param name="wait">The pseudo-lock of whoever waits for the body, or <see langword="null"/>.</param>
    public void Add(BodyFacts body, IEnumerable<SummaryEvent> events, Place? wait)
    {
        foreach (SummaryEvent found in events.OrderBy(e => e.Chain.Site.SpanStart).ThenBy(e => e.Chain.Length).ThenBy(e => e.Held.Length).ToList())
        {
            SummaryEvent occurred = found;
            if (wait is not null && (found.Suspended || !Waits.IsForRest(wait)))
            {
                occurred = found with
                {
                    Held = found.Held.Insert(0, new SummaryHold(wait, LockPrimitive.Monitor, LockMode.Write, AcquisitionKind.Try, null, 0)),
                };
            }

            if (_judge.Judge(body.Body, occurred) is { } judged)
            {
                Take(body.Body, judged);
            }
        }
    }

    /// <summary>Notes who takes which lock, nested or not.</summary>
    public void AddTakers(BodyFacts body)
    {
        foreach (AcquireEvent acquired in body.Acquisitions)
        {
            if (_facts.Classes.Resolve(_judge.AtOrigin(body.Body, acquired.Lock), acquired.Primitive) is not { Class.IsPseudo: false } resolved)
            {
                continue;
            }

            if (!_classes.ContainsKey(resolved.Name))
            {
                Location? declared = acquired.Lock.Symbol?.Locations.FirstOrDefault(location => location.IsInSource);
                _classes.Add(resolved.Name, new SnapshotClass(resolved.Class, resolved.Subclass)
                {
                    DeclaredAt = declared is null ? default : Sentences.SiteOf(declared),
                    OrderKey = resolved.OrderedBy,
                });
            }

            if (!_takers.TryGetValue(resolved.Name, out SortedDictionary<string, LockTaker>? takers))
            {
                _takers.Add(resolved.Name, takers = new SortedDictionary<string, LockTaker>(StringComparer.Ordinal));
            }

            var taker = new LockTaker(SymbolNames.Short(body.Body), acquired.Mode, Sentences.SiteOf(acquired.Site.Syntax.GetLocation()));
            string key = taker.Member + "\t" + (int)taker.Mode;
            if (!takers.ContainsKey(key))
            {
                takers.Add(key, taker);
            }
        }
    }

    /// <summary>All that was learned, for documents and merges.</summary>
    public OrderSnapshot Snapshot(string run) => new()
    {
        Run = run,
        Classes = [.. _classes.Values.Select(known => _takers.TryGetValue(known.Name, out var takers) ? known with { Takers = [.. takers.Values] } : known)],
        Edges = [.. _graph.Edges.Select(Describe).OrderBy(edge => edge.Outer, StringComparer.Ordinal).ThenBy(edge => edge.Inner, StringComparer.Ordinal)],
        Violations = [.. _violations.OrderBy(violation => violation.Id, StringComparer.Ordinal)],
    };

    private SnapshotEdge Describe(DependencyEdge edge) => new()
    {
        Outer = _names[edge.Outer],
        Inner = _names[edge.Inner],
        Modes = [.. edge.ModePairs],
        Provenance = edge.Provenance,
        Count = edge.Count,
        Gates = [.. edge.Gates.Instances.Select(_judge.Instances.NameOf).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)],
        SingleFlow = false,
        ClosesCycle = edge.ClosesCycle,
        Witnesses = [.. Enum.GetValues(typeof(EdgeStrength)).Cast<EdgeStrength>().Select(edge.WitnessOf).OfType<EdgeWitness>()],
    };

    private void Take(ISymbol body, JudgedEvent judged)
    {
        Register(judged.Wanted);
        foreach (Finding finding in DirectNesting.Of(_facts, judged, body, direct: false))
        {
            Report(finding, null);
        }

        TakeInstances(body, judged);
        foreach (EdgeCandidate candidate in judged.Judgement.Edges)
        {
            Acquisition outer = candidate.Outer.Acquisition;
            if (IsOfTypeBeingInitialized(judged, candidate.Outer))
            {
                continue;
            }

            Register(outer);
            EdgeWitness? witness = null;
            EdgeObservation observation = _graph.Observe(
                new EdgeOccurrence
                {
                    Outer = NodeOf(outer.Name),
                    OuterMode = outer.Mode,
                    Inner = NodeOf(judged.Wanted.Name),
                    InnerMode = judged.Wanted.Mode,
                    Gates = Common(judged, candidate),
                    Flow = -1,
                    Provenance = EdgeProvenance.Static,
                },
                () => witness = Witness(body, judged, candidate.Outer));
            foreach (LockOrderCycle cycle in observation.Cycles)
            {
                Explain(body, judged, candidate.Outer, cycle);
            }
        }
    }

    // Until its initializer is through, nobody else can have a lock that is reached by a type.
    private static bool IsOfTypeBeingInitialized(JudgedEvent judged, HeldLock outer)
    {
        for (int i = 0; i < judged.Held.Count; i++)
        {
            if (ReferenceEquals(judged.Held[i], outer) && judged.Holds[i].Lock is { Kind: PlaceKind.Pseudo, Symbol: INamedTypeSymbol type })
            {
                return IsMemberOf(judged.Event.Lock, type) || IsMemberOf(judged.Event.Lock.Root, type);
            }
        }

        return false;
    }

    private static bool IsMemberOf(Place place, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(place.Symbol?.ContainingType?.OriginalDefinition, type);

    /// <summary>
    /// Gates that are one object for all who take the two locks: static ones, and those of the same object as one of the locks. Two objects have
    /// two gates, and two gates around a static lock exclude nobody.
    /// </summary>
    private static GateSet Common(JudgedEvent judged, EdgeCandidate candidate)
    {
        if (candidate.Gates.IsEmpty)
        {
            return candidate.Gates;
        }

        Place outer = judged.Event.Lock;
        for (int i = 0; i < judged.Held.Count; i++)
        {
            outer = ReferenceEquals(judged.Held[i], candidate.Outer) ? judged.Holds[i].Lock : outer;
        }

        var shared = new List<long>();
        for (int i = 0; i < judged.Held.Count; i++)
        {
            Place root = judged.Holds[i].Lock.Root;
            bool same = root.Kind is PlaceKind.Static or PlaceKind.Named or PlaceKind.TypeObject || IsSameRoot(root, outer.Root) || IsSameRoot(root, judged.Event.Lock.Root);
            if (same && candidate.Gates.Contains(judged.Held[i].Acquisition.Instance))
            {
                shared.Add(judged.Held[i].Acquisition.Instance);
            }
        }

        return GateSet.Of(shared);
    }

    // The receiver, and the object that made it and gave it a lock, belong together.
    private static bool IsSameRoot(Place one, Place other) => one.Equals(other) || (one.Kind == PlaceKind.This && other.Kind == PlaceKind.This);

    private EdgeWitness Witness(ISymbol body, JudgedEvent judged, HeldLock outer)
    {
        int index = judged.Held.ToList().IndexOf(outer);
        SummaryHold hold = judged.Holds[index];
        Acquisition held = outer.Acquisition;
        CallChain holder = judged.Event.Chain.At(hold.Frame);
        IEnumerable<(ISymbol, SyntaxNode)> toOuter = judged.Event.Chain.Steps.Take(hold.Frame).Select(step => (step.Body, step.Site)).Append((holder.Body, hold.Site ?? holder.Site));
        SyntaxNode site = judged.SiteUnder(outer);
        var outerShown = new Acquisition(held.Class, held.Instance)
        {
            Mode = held.Mode,
            Kind = held.Kind,
            Subclass = held.Subclass,
            Site = held.Site,
            Stack = EventJudge.StackOf(toOuter),
        };

        // The line that asks, in the code that holds: where a reader can see both.
        var innerShown = new Acquisition(judged.Wanted.Class, judged.Wanted.Instance)
        {
            Mode = judged.Wanted.Mode,
            Kind = judged.Wanted.Kind,
            Subclass = judged.Wanted.Subclass,
            Site = Sentences.SiteOf(site.GetLocation()),
            Stack = EventJudge.StackOf(judged.Event.Chain),
        };
        var witness = new EdgeWitness(outerShown, innerShown, SymbolNames.Short(body));
        _origins[witness] = new EdgeOrigin(judged, hold, site, body);
        return witness;
    }

    private void Explain(ISymbol body, JudgedEvent judged, HeldLock outer, LockOrderCycle cycle)
    {
        LockOrderStep last = cycle.Steps[0];
        if (IsPromised(_names[last.Inner], _names[last.Outer]) || cycle.Steps.Any(step => BreaksPromiseOf(step, cycle)))
        {
            // The broken promise is a finding of its own rule; the ring is its evidence, whichever way it goes round.
            return;
        }

        if (cycle.Steps.FirstOrDefault(step => _names[step.Outer].StartsWith(Waits.Initializer, StringComparison.Ordinal)) is { Witness: { } initializing })
        {
            ReportInitializer(cycle, initializing);
            return;
        }

        EdgeOrigin? closing = cycle.Steps[0].Witness is { } witness && _origins.TryGetValue(witness, out EdgeOrigin? origin) ? origin : null;
        var violation = new Violation(ViolationKinds.Of(cycle), SymbolNames.Short(body), judged.Wanted, judged.Held)
        {
            Against = outer,
            Cycle = CycleEdge.Of(cycle, node => _names[node]),
            Gates = [.. cycle.CommonGates.Instances.Select(_judge.Instances.NameOf).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)],
        };
        SyntaxNode site = closing?.Site ?? judged.SiteUnder(outer);
        Report(Sentences.Of(violation, site.GetLocation()) with { Others = [.. cycle.Steps.SelectMany((step, index) => Locations(step, isClosing: index == 0))] }, violation);
    }

    // The acquisition of the step goes directly against a promise that the ring goes through.
    private bool BreaksPromiseOf(LockOrderStep step, LockOrderCycle cycle) =>
        step.Witness is { } witness && _origins.TryGetValue(witness, out EdgeOrigin? origin) && cycle.Steps.Any(promised =>
            promised.Outer == step.Inner && IsPromised(_names[promised.Outer], _names[promised.Inner])
            && origin.Event.Held.Any(held => held.Acquisition.Name == _names[promised.Inner]));

    /// <summary>A ring through the lock that the runtime holds around an initializer: told where the initializer waits.</summary>
    private void ReportInitializer(LockOrderCycle cycle, EdgeWitness initializing)
    {
        string type = initializing.Outer.Name.Substring(Waits.Initializer.Length);
        string waitsFor = initializing.Inner.Class.IsPseudo ? initializing.Inner.Name : "a thread that holds '" + initializing.Inner.Name + "'";
        Report(
            new Finding(RuleIds.TypeInitializers, _origins[initializing].Site.GetLocation(), [type, waitsFor])
            {
                Others = [.. cycle.Steps.SelectMany(step => Locations(step, isClosing: ReferenceEquals(step.Witness, initializing)))],
            },
            null);
    }

    // A promise about a class binds all its ranks.
    private bool IsPromised(string outer, string inner) =>
        Declared.IsBefore(outer, inner) || Declared.IsBefore(ClassOf(outer), ClassOf(inner)) || Declared.IsBefore(outer, ClassOf(inner)) || Declared.IsBefore(ClassOf(outer), inner);

    private string ClassOf(string node) => _classes.TryGetValue(node, out SnapshotClass? known) ? known.Class.Name : node;

    private IEnumerable<(Location, string)> LocationsHere(LockOrderStep step, bool isClosing)
    {
        if (step.Witness is not { } witness || !_origins.TryGetValue(witness, out EdgeOrigin? origin))
        {
            yield break;
        }

        string inner = witness.Inner.Name;
        string outer = witness.Outer.Name;
        if (!isClosing)
        {
            yield return (origin.Site.GetLocation(), inner + " is acquired while " + outer + " is held, in " + SymbolNames.Short(origin.Event.Event.Chain.At(origin.Hold.Frame).Body));
        }

        if (origin.Hold.Site is { } taken)
        {
            yield return (taken.GetLocation(), outer + " is acquired here");
        }

        foreach ((Location, string) further in DirectNesting.ChainOf(origin.Event.Event.Chain, origin.Site, inner))
        {
            yield return further;
        }
    }

    /// <summary>Instances of one class: fine one way along a reference, an inversion when some code goes the other way.</summary>
    private void TakeInstances(ISymbol body, JudgedEvent judged)
    {
        if (judged.Wanted.Class.Nesting != SameClassNesting.InstanceOrder || judged.Wanted.Kind != AcquisitionKind.Blocking
            || judged.Judgement.Outcome == AcquisitionOutcome.Reentry)
        {
            return;
        }

        for (int i = 0; i < judged.Held.Count; i++)
        {
            Acquisition outer = judged.Held[i].Acquisition;
            if (outer.Class.Name != judged.Wanted.Class.Name || outer.Instance == judged.Wanted.Instance || judged.Wanted.Class.IsPseudo
                || InstanceRelations.Relate(judged.Holds[i].Lock, judged.Event.Lock, judged.Event.Ordered, out string along, out bool down) != InstanceRelation.Directed)
            {
                continue;
            }

            string name = judged.Wanted.Class.Name;
            if (!_directed.ContainsKey((name, along, down)))
            {
                _directed.Add((name, along, down), (judged, judged.Held[i], body));
            }

            if (_directed.TryGetValue((name, along, !down), out (JudgedEvent Event, HeldLock Outer, ISymbol Body) back)
                || FindUpward(name, along, down, StepOf(judged, judged.Held[i]), out back))
            {
                ReportBothWays(body, judged, judged.Held[i], back, name, along, down);
            }
        }
    }

    // From one to its many, and from one of the many to the one: a tree that is walked both ways. The two references are of one type, or of one and its
    // base: what wraps one and what wraps many are not the way back from each other.
    private bool FindUpward(string name, string along, bool down, ISymbol? step, out (JudgedEvent Event, HeldLock Outer, ISymbol Body) back)
    {
        back = default;
        if (along.Contains('|'))
        {
            return false;
        }

        bool many = along.EndsWith("[]", StringComparison.Ordinal);
        foreach (KeyValuePair<(string Class, string Along, bool Down), (JudgedEvent Event, HeldLock Outer, ISymbol Body)> other in _directed)
        {
            if (other.Key.Class == name && other.Key.Down == down && !other.Key.Along.Contains('|') && other.Key.Along.EndsWith("[]", StringComparison.Ordinal) != many
                && AreOfOneType(step, StepOf(other.Value.Event, other.Value.Outer)))
            {
                back = other.Value;
                return true;
            }
        }

        return false;
    }

    private static ISymbol? StepOf(JudgedEvent judged, HeldLock outer) =>
        InstanceRelations.StepBetween(judged.Holds[judged.Held.ToList().IndexOf(outer)].Lock, judged.Event.Lock);

    private static bool AreOfOneType(ISymbol? one, ISymbol? other) =>
        one is null || other is null || Inherits(one.ContainingType, other.ContainingType) || Inherits(other.ContainingType, one.ContainingType);

    private static bool Inherits(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, from.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private void ReportBothWays(
        ISymbol body, JudgedEvent judged, HeldLock outer, (JudgedEvent Event, HeldLock Outer, ISymbol Body) back, string name, string along, bool down)
    {
        string other = name + " of " + along.TrimStart('.');
        (string first, string second) = down ? (name, other) : (other, name);
        EdgeWitness there = Witness(back.Body, back.Event, back.Outer);
        EdgeWitness here = Witness(body, judged, outer);
        IReadOnlyList<CycleEdge> edges = CycleEdge.FromSmallest(
        [
            new CycleEdge(first, second, outer.Acquisition.Mode, judged.Wanted.Mode, EdgeProvenance.Static, here),
            new CycleEdge(second, first, back.Outer.Acquisition.Mode, back.Event.Wanted.Mode, EdgeProvenance.Static, there),
        ]);
        var violation = new Violation(ViolationKind.Inversion, SymbolNames.Short(body), judged.Wanted, judged.Held) { Against = outer, Cycle = edges };
        Location at = judged.SiteUnder(outer).GetLocation();
        if (_reported.Add((RuleIds.Inversion, Location.None, name + along)))
        {
            Report(Sentences.Of(violation, at) with { Others = [(back.Event.SiteUnder(back.Outer).GetLocation(), "the other way round in " + SymbolNames.Short(back.Body))] }, violation);
        }
    }

    private void Report(Finding finding, Violation? violation)
    {
        if (SummarySites.Contains(finding.Location))
        {
            // Nothing of it stands here: its own assembly has been told.
            return;
        }

        finding.Properties.TryGetValue(DiagnosticProperties.Edges, out string? edges);
        if (_reported.Add((finding.RuleId, finding.Location, edges ?? "")))
        {
            _findings.Add(finding);
            if (violation is not null)
            {
                _violations.Add(violation);
            }
        }
    }

    private void Register(Acquisition acquisition)
    {
        NodeOf(acquisition.Name);
        if (!_classes.ContainsKey(acquisition.Name))
        {
            _classes.Add(acquisition.Name, new SnapshotClass(acquisition.Class, acquisition.Subclass));
        }
    }

    private int NodeOf(string name)
    {
        if (!_nodes.TryGetValue(name, out int node))
        {
            _nodes.Add(name, node = _graph.AddNode());
            _names.Add(name);
        }

        return node;
    }

    private sealed record EdgeOrigin(JudgedEvent Event, SummaryHold Hold, SyntaxNode Site, ISymbol Body);
}
