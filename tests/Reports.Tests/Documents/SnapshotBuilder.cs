using LockGraph.Core;

namespace LockGraph.Reports.Tests.Documents;

/// <summary>Snapshots by hand, as the analyzer and the runtime would leave them: provenance, modes, witnesses, declarations.</summary>
internal sealed class SnapshotBuilder
{
    private readonly Dictionary<string, SnapshotClass> _classes = new(StringComparer.Ordinal);
    private readonly List<SnapshotEdge> _edges = [];
    private readonly List<Violation> _violations = [];
    private readonly List<OrderDeclaration> _declarations = [];

    public DeclaredOrder Declared => DeclaredOrder.Build(_declarations);

    public OrderSnapshot Snapshot => new()
    {
        Run = "run of yesterday",
        Classes = [.. _classes.Values.OrderBy(one => one.Name, StringComparer.Ordinal)],
        Edges = [.. _edges.OrderBy(edge => edge.Outer, StringComparer.Ordinal).ThenBy(edge => edge.Inner, StringComparer.Ordinal)],
        Violations = [.. _violations.OrderBy(violation => violation.Id, StringComparer.Ordinal)],
    };

    /// <summary>The same knowledge in another order, as another run or machine might list it.</summary>
    public OrderSnapshot Shuffled(int seed)
    {
        var random = new Random(seed);
        T[] Mixed<T>(IEnumerable<T> list)
        {
            T[] mixed = [.. list];
            random.Shuffle(mixed);
            return mixed;
        }

        return new OrderSnapshot
        {
            Run = "another run",
            Classes = Mixed(_classes.Values.Select(one => one with { Takers = Mixed(one.Takers) })),
            Edges = Mixed(_edges.Select(edge => edge with { Modes = Mixed(edge.Modes), Gates = Mixed(edge.Gates), Witnesses = Mixed(edge.Witnesses), Count = edge.Count + seed })),
            Violations = Mixed(_violations),
        };
    }

    public SnapshotBuilder Lock(
        string name, string primitive = "TrackedLock", string? protects = null, int? maxHeld = null, string? orderKey = null, int rank = 0,
        string file = "Locks.cs", string? summary = null, bool reentrant = false, bool isPseudo = false, params (string Member, LockMode Mode)[] takers)
    {
        var @class = new LockClass(name)
        {
            Primitive = primitive,
            Protects = protects,
            MaxHeld = maxHeld,
            Summary = summary,
            Reentrant = reentrant,
            IsPseudo = isPseudo,
            WaitType = primitive == "TrackedSpinLock" ? WaitType.Spin : WaitType.Block,
        };
        var entry = new SnapshotClass(@class, rank)
        {
            DeclaredAt = new AcquisitionSite("/somewhere/src/" + file, _classes.Count + 10),
            OrderKey = orderKey,
            Takers = [.. takers.Select((taker, at) => new LockTaker(taker.Member, taker.Mode, new AcquisitionSite(file, 100 + at)))],
        };
        _classes.Add(entry.Name, entry);
        return this;
    }

    public SnapshotBuilder Edge(
        string outer, string inner, EdgeProvenance provenance, LockMode outerMode = LockMode.Write, LockMode innerMode = LockMode.Write,
        string? member = null, string[]? gates = null, bool closesCycle = false)
    {
        _edges.Add(new SnapshotEdge
        {
            Outer = outer,
            Inner = inner,
            Provenance = provenance,
            Modes = provenance == EdgeProvenance.Declared ? [] : [(outerMode, innerMode)],
            Count = 3,
            Gates = gates ?? [],
            SingleFlow = false,
            ClosesCycle = closesCycle,
            Witnesses = member is null ? [] : [Witness(outer, inner, outerMode, innerMode, member)],
        });
        return this;
    }

    public SnapshotBuilder Chain(string place, params string[] names)
    {
        _declarations.Add(OrderDeclaration.Chain(place, names));
        return this;
    }

    public SnapshotBuilder Strict(params string[] names)
    {
        _declarations.Add(OrderDeclaration.Strict("Order.cs:1", names));
        return this;
    }

    public SnapshotBuilder Inversion(string first, string second, string oneWay, string otherWay, ViolationKind kind = ViolationKind.Inversion, params string[] gates)
    {
        EdgeWitness there = Witness(first, second, LockMode.Write, LockMode.Write, oneWay);
        EdgeWitness back = Witness(second, first, LockMode.Write, LockMode.Write, otherWay);
        _violations.Add(new Violation(kind, "thread 7", back.Inner, [new HeldLock(back.Outer)])
        {
            Gates = gates,
            Cycle =
            [
                new CycleEdge(first, second, LockMode.Write, LockMode.Write, EdgeProvenance.Observed, there),
                new CycleEdge(second, first, LockMode.Write, LockMode.Write, EdgeProvenance.Static, back),
            ],
        });
        return this;
    }

    public SnapshotBuilder Nested(string name, string member)
    {
        EdgeWitness witness = Witness(name, name, LockMode.Write, LockMode.Write, member);
        var held = new HeldLock(witness.Outer);
        _violations.Add(new Violation(ViolationKind.InvalidNesting, "thread 3", witness.Inner, [held]) { Against = held });
        return this;
    }

    private EdgeWitness Witness(string outer, string inner, LockMode outerMode, LockMode innerMode, string member) =>
        new(Side(outer, outerMode, TakerOf(outer, outerMode) ?? member, 20), Side(inner, innerMode, member, 21), "thread 4");

    private string? TakerOf(string name, LockMode mode) => _classes[name].Takers.FirstOrDefault(taker => taker.Mode == mode)?.Member;

    private Acquisition Side(string name, LockMode mode, string member, int line)
    {
        SnapshotClass entry = _classes[name];
        string file = member.Split('.')[^2] + ".cs";
        return new Acquisition(entry.Class, _edges.Count + 1)
        {
            InstanceLabel = "#" + (_edges.Count + 1),
            Subclass = entry.Subclass,
            Mode = mode,
            Site = new AcquisitionSite("/somewhere/src/" + file, line),
            Stack = new CapturedStack([$"{member} ({file}:{line})", "Program.Main (Program.cs:1)"]),
        };
    }
}
