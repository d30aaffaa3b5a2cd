using LockGraph.Core;

namespace LockGraph.Bench.Merge;

/// <summary>The snapshot of one shard of a large test suite: part of the edges of one program, with witnesses and stacks of its own.</summary>
internal static class Shard
{
    private const int Frames = 8;
    private const int ClassesPerNamespace = 40;

    // Every shard sees most of the program's edges, and no two see the same part.
    private const double PoolFactor = 1.5;

    public static OrderSnapshot Make(int number, int edges, int classes)
    {
        var random = new Random(number);
        int pool = (int)(edges * PoolFactor);
        int[] chosen = [.. Enumerable.Range(0, pool)];
        random.Shuffle(chosen);
        LockClass[] all = [.. Enumerable.Range(0, classes).Select(node => new LockClass(Name(node)) { Primitive = "Lock", Reentrant = true, Owner = LockOwner.Thread, WaitType = WaitType.Block })];
        SnapshotEdge[] seen = [.. chosen.Select(edge => Edge(edge, classes, all, number, random)).OfType<SnapshotEdge>().DistinctBy(edge => (edge.Outer, edge.Inner)).Take(edges)];
        return new OrderSnapshot
        {
            Run = "shard-" + number.ToString("d4", System.Globalization.CultureInfo.InvariantCulture),
            Classes = [.. all.Select(@class => new SnapshotClass(@class, 0)).OrderBy(entry => entry.Name, StringComparer.Ordinal)],
            Edges = [.. seen.OrderBy(edge => edge.Outer, StringComparer.Ordinal).ThenBy(edge => edge.Inner, StringComparer.Ordinal)],
        };
    }

    public static string Name(int node) =>
        FormattableString.Invariant($"Shop.Part{node / ClassesPerNamespace}.Service{node}._gate");

    // The edge is the program's, the same in every shard; who shows it, and how often, is the shard's.
    private static SnapshotEdge? Edge(int number, int classes, LockClass[] all, int shard, Random random)
    {
        var program = new Random(number * 7919);
        int one = program.Next(classes), other = program.Next(classes);
        if (one == other)
        {
            return null;
        }

        // Downwards, but for one in a thousand in the shards of one machine: those close rings with the rest.
        bool isBackwards = number % 1000 == 999 && shard % 50 == 0;
        (int outer, int inner) = one < other ^ isBackwards ? (one, other) : (other, one);
        string flow = "worker " + random.Next(8);
        return new SnapshotEdge
        {
            Outer = all[outer].Name,
            Inner = all[inner].Name,
            Modes = [(LockMode.Write, LockMode.Write)],
            Provenance = EdgeProvenance.Observed,
            Count = random.Next(1, 4),
            Gates = [],
            SingleFlow = false,
            ClosesCycle = false,
            Witnesses = [new EdgeWitness(Acquisition(all[outer], program), Acquisition(all[inner], program), flow)],
        };
    }

    private static Acquisition Acquisition(LockClass @class, Random program)
    {
        int line = program.Next(20, 400);
        string file = "src/" + @class.Name.Replace('.', '/') + ".cs";
        string[] frames = [.. Enumerable.Range(0, Frames).Select(depth => FormattableString.Invariant($"Shop.Part{program.Next(25)}.Handler{program.Next(200)}.HandleAsync (Handler{program.Next(200)}.cs:{line + depth})"))];
        return new Acquisition(@class, 1) { Site = new AcquisitionSite(file, line), Stack = new CapturedStack(frames) };
    }
}
