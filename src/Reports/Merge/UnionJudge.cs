using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>Judges the united edges as if one process had made them: what no run could see alone.</summary>
/// <remarks>
/// <para>
/// Deterministic: promises first, then the code, what most runs do before what few do, so that the rarer order is the one that closes a
/// ring. Names, not numbers, decide every tie.
/// </para>
/// <para>
/// A ring whose edges all come from one run was judged by that run. It is told again only when that run told nothing of any of its edges:
/// then the other runs have changed the picture, by stronger modes or by going without a gate.
/// </para>
/// </remarks>
internal sealed class UnionJudge
{
    private readonly UnitedEdge[] _edges;
    private readonly SnapshotRun[] _runs;
    private readonly int[] _places;
    private readonly LockOrderGraph _graph = new();
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly Dictionary<string, long> _gates = new(StringComparer.Ordinal);
    private readonly List<string> _gateNames = [];
    private readonly Dictionary<(string? Run, string Flow), int> _flows = [];
    private readonly Dictionary<(string Outer, string Inner), UnitedEdge> _byEnds;
    private readonly HashSet<string> _told;
    private readonly HashSet<(int Place, string Outer, string Inner, bool IsGuarded)> _toldEdges = [];
    private readonly DeclaredOrder _declared;
    private readonly List<(string Id, Violation Violation)> _found = [];

    /// <summary>Prepares the judgement.</summary>
    /// <param name="edges">The united edges, in ordinal order.</param>
    /// <param name="classes">The lock classes.</param>
    /// <param name="runs">The runs, by id.</param>
    /// <param name="places">For each number of a run in the contributions, its place among <paramref name="runs"/>.</param>
    /// <param name="told">What the runs found themselves.</param>
    public UnionJudge(UnitedEdge[] edges, IEnumerable<SnapshotClass> classes, SnapshotRun[] runs, int[] places, (string Id, Violation Violation)[] told)
    {
        _edges = edges;
        _runs = runs;
        _places = places;
        _byEnds = edges.ToDictionary(edge => (edge.Outer, edge.Inner));
        _told = [.. told.Select(pair => pair.Id)];
        foreach (string name in classes.Select(entry => entry.Name).Concat(edges.SelectMany(edge => new[] { edge.Outer, edge.Inner }))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            _nodes.Add(name, _graph.AddNode());
            _names.Add(name);
        }

        foreach (string gate in edges.SelectMany(edge => edge.Gates).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            _gates.Add(gate, _gateNames.Count);
            _gateNames.Add(gate);
        }

        _declared = DeclaredOrder.Build(edges.Where(IsDeclared).Select(edge => OrderDeclaration.Before("as " + DeclaringRun(edge) + " declares", edge.Outer, edge.Inner)));
        RememberTold(told);
    }

    /// <summary>What the union shows and no run has told, with ids.</summary>
    public IReadOnlyList<(string Id, Violation Violation)> Found => _found;

    /// <summary>Puts the edges together and judges each.</summary>
    public void Judge()
    {
        foreach (UnitedEdge edge in _edges.Where(IsDeclared))
        {
            Promise(edge.Outer, edge.Inner);
        }

        PromiseRanks();
        foreach (UnitedEdge edge in _edges.Where(edge => edge.IsInCode)
            .OrderByDescending(edge => edge.Contributions.Count).ThenByDescending(edge => edge.Count)
            .ThenBy(edge => edge.Outer, StringComparer.Ordinal).ThenBy(edge => edge.Inner, StringComparer.Ordinal))
        {
            Judge(edge);
        }

        _found.Sort((one, other) => string.CompareOrdinal(one.Id, other.Id));
    }

    /// <summary>True when the edge is kept apart from the order of the union.</summary>
    public bool ClosesCycle(UnitedEdge edge) => _graph.TryGetEdge(_nodes[edge.Outer], _nodes[edge.Inner], out DependencyEdge known) && known.ClosesCycle;

    private static bool IsDeclared(UnitedEdge edge) => (edge.Provenance & EdgeProvenance.Declared) != 0;

    private string DeclaringRun(UnitedEdge edge) => edge.Contributions.Where(entry => (entry.Provenance & EdgeProvenance.Declared) != 0)
        .Select(entry => _places[entry.Run]).DefaultIfEmpty(-1).Min() is >= 0 and var place ? _runs[place].Id : "a run";

    private void RememberTold((string Id, Violation Violation)[] told)
    {
        Dictionary<string, Violation> rings = told.Where(pair => pair.Violation.Cycle.Count > 0).ToDictionary(pair => pair.Id, pair => pair.Violation, StringComparer.Ordinal);
        for (int place = 0; place < _runs.Length; place++)
        {
            foreach (string id in _runs[place].Violations)
            {
                if (rings.TryGetValue(id, out Violation? ring))
                {
                    _toldEdges.UnionWith(ring.Cycle.Select(step => (place, step.Outer, step.Inner, ring.Kind == ViolationKind.Guarded)));
                }
            }
        }
    }

    private void Promise(string outer, string inner)
    {
        // Promises that contradict each other are a mistake of the declaration, not of the code.
        if (_nodes[outer] != _nodes[inner])
        {
            _graph.Observe(new EdgeOccurrence { Outer = _nodes[outer], Inner = _nodes[inner], Provenance = EdgeProvenance.Declared });
        }
    }

    // A promise about a class binds each of its ranks, also those that only another run has.
    private void PromiseRanks()
    {
        ILookup<string, string> ranks = _names.Where(name => name.Contains('#', StringComparison.Ordinal))
            .ToLookup(name => name[..name.LastIndexOf('#')], StringComparer.Ordinal);
        foreach ((string outer, string inner, _) in _declared.Promises)
        {
            foreach (string rank in ranks[outer].Where(rank => rank != inner))
            {
                Promise(rank, inner);
            }

            foreach (string rank in ranks[inner].Where(rank => rank != outer))
            {
                Promise(outer, rank);
            }
        }
    }

    private void Judge(UnitedEdge edge)
    {
        Violation? broken = AgainstDeclared(edge);
        foreach (LockOrderCycle cycle in Observe(edge))
        {
            IReadOnlyList<CycleEdge> steps = CycleEdge.Of(cycle, node => _names[node]);

            // One defect, told by the rule that was broken; the ring is its evidence.
            if (broken is not null && cycle.HasDeclared)
            {
                broken = broken.Cycle.Count == 0 ? broken.WithCycle(steps) : broken;
            }
            else if (!WasTold(cycle))
            {
                Tell(Ring(cycle, steps));
            }
        }

        if (broken is not null)
        {
            Tell(broken);
        }
    }

    private List<LockOrderCycle> Observe(UnitedEdge edge)
    {
        List<LockOrderCycle> cycles = [];
        GateSet gates = GateSet.Of(edge.Gates.Select(gate => _gates[gate]));
        int flow = edge.SingleFlow && edge.Strongest is { } single ? Flow(single) : DependencyEdge.ManyFlows;
        foreach ((LockMode outerMode, LockMode innerMode) in edge.Modes)
        {
            var occurrence = new EdgeOccurrence
            {
                Outer = _nodes[edge.Outer],
                OuterMode = outerMode,
                Inner = _nodes[edge.Inner],
                InnerMode = innerMode,
                Gates = gates,
                Flow = flow,
                Provenance = edge.Provenance,
            };
            EdgeStrength strength = EdgeStrengths.Of(outerMode, innerMode);
            cycles.AddRange(_graph.Observe(in occurrence, () => edge.WitnessOf(strength)).Cycles);
        }

        return cycles;
    }

    private int Flow(EdgeWitness witness)
    {
        if (!_flows.TryGetValue((witness.Run, witness.Flow), out int flow))
        {
            _flows.Add((witness.Run, witness.Flow), flow = _flows.Count);
        }

        return flow;
    }

    private Violation? AgainstDeclared(UnitedEdge edge)
    {
        if (edge.Strongest is not { } witness)
        {
            return null;
        }

        var outer = new HeldLock(witness.Outer);
        Verdict? verdict = AcquisitionJudge.Judge([outer], witness.Inner, _declared, AcquisitionJudge.Unlimited).Verdicts
            .FirstOrDefault(verdict => verdict.Kind == ViolationKind.DeclaredOrder);
        return verdict is null
            ? null
            : new Violation(verdict.Kind, witness.Flow, witness.Inner, [outer]) { Against = outer, Detail = verdict.Detail };
    }

    private bool WasTold(LockOrderCycle cycle)
    {
        IEnumerable<int>? all = null;
        UnitedEdge?[] edges = [.. cycle.Steps.Select(step => _byEnds.GetValueOrDefault((_names[step.Outer], _names[step.Inner])))];
        foreach (UnitedEdge edge in edges.OfType<UnitedEdge>())
        {
            IEnumerable<int> runs = edge.Contributions.Select(entry => _places[entry.Run]);
            all = all is null ? runs : [.. all.Intersect(runs)];
        }

        return (all ?? []).Any(place => edges.OfType<UnitedEdge>().Any(edge =>
            _toldEdges.Contains((place, edge.Outer, edge.Inner, false)) || (cycle.IsGuarded && _toldEdges.Contains((place, edge.Outer, edge.Inner, true)))));
    }

    private Violation Ring(LockOrderCycle cycle, IReadOnlyList<CycleEdge> steps)
    {
        // The closing edge is code, for promises came first; it may still lack a witness in a file that was made by hand.
        EdgeWitness witness = cycle.Steps.Select(step => step.Witness ?? step.Edge.Witness).FirstOrDefault(witness => witness is not null)
            ?? new EdgeWitness(Unseen(steps[0].Outer, 1), Unseen(steps[0].Inner, 2), "a flow");
        var outer = new HeldLock(witness.Outer);
        return new Violation(ViolationKinds.Of(cycle), witness.Flow, witness.Inner, [outer])
        {
            Against = outer,
            Cycle = steps,
            Gates = [.. cycle.CommonGates.Instances.Select(gate => _gateNames[(int)gate]).Order(StringComparer.Ordinal)],
            SingleFlow = cycle.SingleFlow,
        };
    }

    private static Acquisition Unseen(string name, long instance) => new(new LockClass(name), instance);

    private void Tell(Violation violation)
    {
        string id = violation.Id;
        if (_told.Add(id))
        {
            _found.Add((id, violation));
        }
    }
}
