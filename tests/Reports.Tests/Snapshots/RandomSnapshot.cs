using CsCheck;
using LockGraph.Core;

namespace LockGraph.Reports.Tests.Snapshots;

/// <summary>Snapshots of runs that never were: few names, so that they meet; everything the format can say.</summary>
internal static class RandomSnapshot
{
    private static readonly string[] _names = ["App.A._a", "App.B._b", "App.C<T>._c", "Lib.D._d", "Lib.E._e"];
    private static readonly string[] _words = ["worker", "thread 7", "a \"quoted\" flow", "поток", "<script>"];

    private static readonly Gen<LockMode> _mode = Gen.Enum<LockMode>();
    private static readonly Gen<int> _rank = Gen.Frequency((5, Gen.Const(0)), (1, Gen.Int[1, 2]));
    private static readonly Gen<string> _word = OneOf(_words);
    private static readonly Gen<string> _name = OneOf(_names);
    private static readonly Gen<EdgeProvenance> _provenance = Gen.Int[1, 7].Select(bits => (EdgeProvenance)bits);
    private static readonly Gen<string[]> _gates = OneOf("App.Gate", "App.Gate #2", "#5").Array[0, 2].Select(gates => gates.Distinct().Order(StringComparer.Ordinal).ToArray());

    private static readonly Gen<CapturedStack?> _stack =
        OneOf("App.Run (Run.cs:3)", "App.Main (Main.cs:1)").Array[0, 2].Select(frames => frames.Length == 0 ? null : new CapturedStack(frames));

    private static readonly Gen<AcquisitionSite> _site = Gen.Frequency(
        (4, Gen.Select(OneOf("Run.cs", "src/Main.cs"), Gen.Int[1, 30], (file, line) => new AcquisitionSite(file, line))),
        (1, Gen.Const(default(AcquisitionSite))));

    /// <summary>A snapshot of one run, as a validator would write it.</summary>
    public static Gen<OrderSnapshot> OfOneRun { get; } = Gen.Select(
        OneOf("shard", "other", ""),
        Gen.Long[0, 2],
        Gen.Select(_name, _rank).Array[0, 5],
        Edge.Array[0, 7],
        ViolationOf.Array[0, 3],
        OneOf<string?>("Lock", "Monitor", null),
        Gen.Int[0, 3],
        (run, faults, classes, edges, violations, primitive, traits) => new OrderSnapshot
        {
            Run = run,
            OwnFaults = faults,
            Classes = [.. classes.Distinct().Select(pair => new SnapshotClass(Class(pair.Item1, primitive, traits), pair.Item2)).OrderBy(entry => entry.Name, StringComparer.Ordinal)],
            Edges = [.. edges.Where(edge => edge.Outer != edge.Inner).DistinctBy(edge => (edge.Outer, edge.Inner))
                .OrderBy(edge => edge.Outer, StringComparer.Ordinal).ThenBy(edge => edge.Inner, StringComparer.Ordinal)],
            Violations = [.. violations.DistinctBy(violation => violation.Id).OrderBy(violation => violation.Id, StringComparer.Ordinal)],
        });

    private static Gen<SnapshotEdge> Edge => Gen.Select(
        Gen.Select(Node, Node),
        Gen.Select(_mode, _mode).Array[1, 3],
        _provenance,
        Gen.Long[1, 5],
        _gates,
        Gen.Bool,
        WitnessOf.Array[0, 2],
        (ends, modes, provenance, count, gates, single, witnesses) => new SnapshotEdge
        {
            Outer = ends.Item1,
            Inner = ends.Item2,
            Modes = [.. modes.Distinct().Order()],
            Provenance = provenance,
            Count = count,
            Gates = gates,
            SingleFlow = single,
            ClosesCycle = false,
            Witnesses = witnesses,
        });

    private static Gen<string> Node => Gen.Select(_name, _rank, LockClassName.WithSubclass);

    private static Gen<EdgeWitness> WitnessOf => Gen.Select(AcquisitionOf, AcquisitionOf, _word, (outer, inner, flow) => new EdgeWitness(outer, inner, flow));

    private static Gen<Violation> ViolationOf => Gen.Frequency((2, Ring), (1, Broken));

    private static Gen<Violation> Ring => Gen.Select(
        OneOf(ViolationKind.Inversion, ViolationKind.Guarded), Node, Node, WitnessOf, WitnessOf, _gates, Gen.Bool, _stack,
        (kind, one, other, first, second, gates, single, stack) => new Violation(kind, first.Flow, first.Inner, [new HeldLock(first.Outer)])
        {
            Cycle =
            [
                new CycleEdge(one, other, LockMode.Write, LockMode.Read, EdgeProvenance.Observed, first),
                new CycleEdge(other, one, LockMode.Write, LockMode.Write, EdgeProvenance.Declared, single ? second : null),
            ],
            Gates = gates,
            SingleFlow = single,
            Stack = stack,
        });

    private static Gen<Violation> Broken => Gen.Select(
        OneOf(ViolationKind.DeclaredOrder, ViolationKind.WaitType, ViolationKind.Leak, ViolationKind.HeldLimit), AcquisitionOf, AcquisitionOf, _word, Gen.Bool, Gen.Bool,
        (kind, held, wanted, detail, terminal, shares) =>
        {
            var entry = new HeldLock(held) { IsTerminal = terminal, SharesSlot = shares };
            return new Violation(kind, "worker", wanted, [entry]) { Against = entry, Detail = detail };
        });

    private static Gen<Acquisition> AcquisitionOf => Gen.Select(
        _name, _rank, _mode, Gen.Enum<AcquisitionKind>(), OneOf<string?>("#1", "session \"a\"", null), _site, _stack, Gen.Int[1, 1_000_000],
        (name, rank, mode, kind, label, site, stack, instance) => new Acquisition(new LockClass(name), instance)
        {
            Subclass = rank,
            Mode = mode,
            Kind = kind,
            InstanceLabel = label,
            Site = site,
            Stack = stack,
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static LockClass Class(string name, string? primitive, int traits) => new(name)
    {
        Primitive = primitive,
        Reentrant = (traits & 1) != 0,
        Owner = (traits & 2) != 0 ? LockOwner.Flow : LockOwner.Thread,
        WaitType = WaitType.Block,
        MaxHeld = traits == 3 ? 2 : null,
        Summary = primitive is null ? "What it is for." : null,
    };
}
