using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>Makes the model out of what was learned and what was promised.</summary>
internal sealed class HierarchyBuilder
{
    private readonly OrderSnapshot _snapshot;
    private readonly DeclaredOrder _declared;
    private readonly string[] _names;
    private readonly Dictionary<string, int> _numbers;
    private readonly ILookup<string, string> _ranks;
    private readonly Dictionary<string, SnapshotClass> _classes;
    private readonly HierarchyEdge[] _edges;
    private readonly int[] _group;
    private readonly int[] _ring;
    private readonly int[] _layer;
    private readonly HashSet<(int Outer, int Inner)> _direct;
    private readonly HashSet<int> _rings;
    private readonly ILookup<string, HierarchyEdge> _inward;
    private readonly ILookup<string, HierarchyEdge> _outward;
    private readonly ILookup<string, Acquisition> _acquisitions;

    private HierarchyBuilder(OrderSnapshot snapshot, DeclaredOrder declared)
    {
        _snapshot = snapshot;
        _declared = declared;
        _classes = snapshot.Classes.GroupBy(one => one.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _ranks = snapshot.Classes.Where(one => one.Subclass != 0).Select(one => (one.Class.Name, Ranked: one.Name)).Distinct()
            .ToLookup(one => one.Name, one => one.Ranked, StringComparer.Ordinal);
        IEnumerable<string> named = _classes.Keys
            .Concat(snapshot.Edges.SelectMany(edge => new[] { edge.Outer, edge.Inner }))
            .Concat(declared.Classes.SelectMany(Nodes))
            .Concat(snapshot.Violations.SelectMany(LocksOf));
        _names = [.. named.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _numbers = _names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);

        List<EdgeUnderWay> edges = WithoutRepeatedPromises([.. Edges()]);
        (int, int)[] ends = [.. edges.Select(edge => (_numbers[edge.Outer], _numbers[edge.Inner]))];
        _ring = OrderAlgorithms.Rings(_names.Length, ends);
        (int Outer, int Inner)[] condensed = [.. ends.Select(edge => (_ring[edge.Item1], _ring[edge.Item2])).Where(edge => edge.Item1 != edge.Item2)];
        _rings = [.. _ring.GroupBy(ring => ring).Where(ring => ring.Skip(1).Any()).Select(ring => ring.Key)];
        _direct = [.. OrderAlgorithms.Reduced(_names.Length, condensed)];
        int[] layers = OrderAlgorithms.Layers(_names.Length, condensed);
        _layer = [.. _ring.Select(ring => layers[ring])];
        _group = OrderAlgorithms.Connected(_names.Length, ends.Concat(Ties()));
        _edges = [.. edges.Select(Finish).OrderBy(edge => edge.Outer, StringComparer.Ordinal).ThenBy(edge => edge.Inner, StringComparer.Ordinal)];
        _inward = _edges.ToLookup(edge => edge.Inner, StringComparer.Ordinal);
        _outward = _edges.ToLookup(edge => edge.Outer, StringComparer.Ordinal);
        _acquisitions = snapshot.Edges.SelectMany(edge => edge.Witnesses).SelectMany(witness => new[] { witness.Outer, witness.Inner })
            .ToLookup(side => side.Name, StringComparer.Ordinal);
    }

    /// <summary>The model of a united snapshot.</summary>
    public static HierarchyModel Build(string subject, OrderSnapshot snapshot, DeclaredOrder declared) => new HierarchyBuilder(snapshot, declared).Build(subject);

    private HierarchyModel Build(string subject)
    {
        HierarchyLock[] locks = [.. _names.Select(Describe)];
        List<HierarchyFinding> findings =
        [
            .. _snapshot.Violations
                .Select(violation => new HierarchyFinding(violation.RuleId, violation.Kind, violation.Severity, SteadyText.Sentence(violation), LocksOf(violation)))
                .DistinctBy(finding => (finding.Rule, finding.Message))
                .OrderBy(finding => finding.Rule, StringComparer.Ordinal).ThenBy(finding => finding.Message, StringComparer.Ordinal),
        ];
        ILookup<int, HierarchyFinding> byGroup = findings.ToLookup(finding => _group[_numbers[finding.Locks[0]]]);
        ILookup<int, HierarchyEdge> edges = _edges.ToLookup(edge => _group[_numbers[edge.Outer]]);
        ILookup<int, DeclaredChain> chains = DeclaredChains.Of(_declared).ToLookup(chain => _group[_numbers[Nodes(chain.Names[0]).First()]]);
        var groups = locks.GroupBy(one => _group[_numbers[one.Name]]).Select(group => (group.Key, Locks: group.ToList())).ToList();
        return new HierarchyModel
        {
            Subject = subject,
            Hierarchies =
            [
                .. groups.Where(group => group.Locks.Count > 1).OrderByDescending(group => group.Locks.Count).ThenBy(group => group.Locks[0].Name, StringComparer.Ordinal)
                    .Select(group => Hierarchy(group.Locks, [.. edges[group.Key]], [.. chains[group.Key]], [.. byGroup[group.Key]])),
            ],
            Alone = [.. groups.Where(group => group.Locks.Count == 1).Select(group => group.Locks[0])],
            OtherFindings = [.. groups.Where(group => group.Locks.Count == 1).SelectMany(group => byGroup[group.Key])],
            Errors = [.. _declared.Errors.Select(error => error.RuleId + ": " + SteadyText.WithoutLines(error.Message)).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private Hierarchy Hierarchy(List<HierarchyLock> locks, HierarchyEdge[] edges, DeclaredChain[] chains, HierarchyFinding[] findings)
    {
        HierarchyLock[] ordered = [.. locks.OrderBy(one => one.Layer).ThenBy(one => one.Name, StringComparer.Ordinal)];
        HashSet<string> strict = new(_declared.StrictHierarchies.SelectMany(set => set).SelectMany(Nodes), StringComparer.Ordinal);
        return new Hierarchy
        {
            Name = HierarchyName.Of(ordered),
            Locks = ordered,
            Edges = edges,
            Chains = chains,
            Strict = [.. ordered.Select(one => one.Name).Where(strict.Contains)],
            Findings = findings,
        };
    }

    private HierarchyLock Describe(string name)
    {
        int number = _numbers[name];
        _classes.TryGetValue(name, out SnapshotClass? known);
        LockClass @class = known?.Class ?? new LockClass(name);
        List<(string Member, LockMode Mode)> uses = [.. TakersOf(name, known)];
        bool hasEvidence = uses.Count > 0 || @class.Primitive is not null || known is { DeclaredAt.IsUnknown: false }
            || _inward[name].Concat(_outward[name]).Any(edge => edge.Standing != EdgeStanding.DeclaredOnly);
        return new HierarchyLock
        {
            Name = name,
            Class = @class,
            Subclass = known?.Subclass ?? 0,
            IsRanked = _ranks[@class.Name].Any(),
            IsFound = hasEvidence || !_declared.Classes.Contains(@class.Name),
            OrderKey = known?.OrderKey,
            DeclaredIn = known is null ? null : SteadyText.File(known.DeclaredAt),
            Uses =
            [
                .. uses.GroupBy(use => use.Member, StringComparer.Ordinal).OrderBy(use => use.Key, StringComparer.Ordinal)
                    .Select(use => new LockUse(use.Key, [.. use.Select(one => one.Mode).Distinct().Order()])),
            ],
            Modes = [.. uses.Select(use => use.Mode).Concat(ModesOf(name)).Distinct().Order()],
            Layer = _layer[number],
            Ring = _rings.Contains(_ring[number]) ? _names[_ring[number]] : null,
            Outers = [.. _inward[name].Where(edge => edge.IsDirect).Select(edge => edge.Outer)],
            Inners = [.. _outward[name].Where(edge => edge.IsDirect).Select(edge => edge.Inner)],
        };
    }

    private IEnumerable<LockMode> ModesOf(string name) =>
        _inward[name].SelectMany(edge => edge.Modes.Select(pair => pair.Inner)).Concat(_outward[name].SelectMany(edge => edge.Modes.Select(pair => pair.Outer)));

    private IEnumerable<(string Member, LockMode Mode)> TakersOf(string name, SnapshotClass? known)
    {
        foreach (LockTaker taker in known?.Takers ?? [])
        {
            yield return (taker.Member, taker.Mode);
        }

        foreach (Acquisition acquisition in _acquisitions[name])
        {
            if (SteadyText.Member(acquisition) is { } member)
            {
                yield return (member, acquisition.Mode);
            }
        }
    }

    // A promise about a class binds each of its ranks.
    private IEnumerable<string> Nodes(string promised)
    {
        if (_classes.ContainsKey(promised) || !_ranks.Contains(promised))
        {
            yield return promised;
        }

        foreach (string ranked in _ranks[promised])
        {
            yield return ranked;
        }
    }

    // A ring that came without its edges, from a file, is still about the lock that was asked for.
    private static IReadOnlyList<string> LocksOf(Violation violation) =>
        ViolationClasses.Of(violation) is { Count: > 0 } names ? names : [violation.Attempted.Name];

    // What belongs together without an edge: the ranks of a class, and the locks of one finding.
    private IEnumerable<(int, int)> Ties()
    {
        foreach (IGrouping<string, string> ranks in _ranks)
        {
            string[] nodes = [.. Nodes(ranks.Key)];
            foreach (string other in nodes.Skip(1))
            {
                yield return (_numbers[nodes[0]], _numbers[other]);
            }
        }

        foreach (IReadOnlyList<string> locks in _snapshot.Violations.Select(LocksOf))
        {
            foreach (string other in locks.Skip(1))
            {
                yield return (_numbers[locks[0]], _numbers[other]);
            }
        }
    }

    private IEnumerable<EdgeUnderWay> Edges()
    {
        var promises = new Dictionary<(string Outer, string Inner), string>();
        foreach ((string outer, string inner, string place) in _declared.Promises)
        {
            foreach ((string Outer, string Inner) edge in Nodes(outer).SelectMany(one => Nodes(inner).Select(other => (one, other))).Where(edge => edge.one != edge.other))
            {
                promises.TryAdd(edge, SteadyText.Place(place));
            }
        }

        foreach (SnapshotEdge edge in _snapshot.Edges.Where(edge => edge.Outer != edge.Inner))
        {
            promises.Remove((edge.Outer, edge.Inner), out string? place);
            yield return new EdgeUnderWay(edge.Outer, edge.Inner, edge.Provenance | (place is null ? EdgeProvenance.None : EdgeProvenance.Declared), place, edge);
        }

        foreach (((string outer, string inner), string place) in promises)
        {
            yield return new EdgeUnderWay(outer, inner, EdgeProvenance.Declared, place, null);
        }
    }

    // A promise about a class is kept when one of its ranks keeps it; that the others were not seen is no news.
    private List<EdgeUnderWay> WithoutRepeatedPromises(List<EdgeUnderWay> edges)
    {
        HashSet<(string, string)> kept = [.. edges.Where(edge => !edge.IsOnlyPromised).Select(edge => (ClassOf(edge.Outer), ClassOf(edge.Inner)))];
        return [.. edges.Where(edge => !edge.IsOnlyPromised || !kept.Contains((ClassOf(edge.Outer), ClassOf(edge.Inner))))];
    }

    private HierarchyEdge Finish(EdgeUnderWay edge)
    {
        int outer = _ring[_numbers[edge.Outer]];
        int inner = _ring[_numbers[edge.Inner]];
        bool isPromised = (edge.Provenance & EdgeProvenance.Declared) != 0;
        IReadOnlyList<string> path = isPromised ? [] : _declared.Path(ClassOf(edge.Outer), ClassOf(edge.Inner)) ?? [];
        return new HierarchyEdge
        {
            Outer = edge.Outer,
            Inner = edge.Inner,
            Provenance = edge.Provenance,
            Standing = edge.IsOnlyPromised ? EdgeStanding.DeclaredOnly
                : isPromised || path.Count > 0 ? EdgeStanding.DeclaredAndSeen
                : _declared.IsBefore(ClassOf(edge.Inner), ClassOf(edge.Outer)) ? EdgeStanding.AgainstDeclared
                : EdgeStanding.SeenOnly,
            Modes = [.. (edge.Seen?.Modes ?? []).Distinct().Order()],
            Gates = [.. (edge.Seen?.Gates ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Place = edge.Place,
            Path = path,
            Members = [.. (edge.Seen?.Witnesses ?? []).Select(witness => SteadyText.Member(witness.Inner)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            IsDirect = outer == inner || _direct.Contains((outer, inner)),
            IsInRing = outer == inner,
        };
    }

    private string ClassOf(string name) => _classes.TryGetValue(name, out SnapshotClass? known) ? known.Class.Name : name;

    private sealed record EdgeUnderWay(string Outer, string Inner, EdgeProvenance Provenance, string? Place, SnapshotEdge? Seen)
    {
        public bool IsOnlyPromised => (Provenance & ~EdgeProvenance.Declared) == 0;
    }
}
