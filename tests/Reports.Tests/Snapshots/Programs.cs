using LockGraph.Core;

namespace LockGraph.Reports.Tests.Snapshots;

/// <summary>Programs of different size, as unions of what their shards saw.</summary>
internal static class Programs
{
    /// <summary>A bank: three shards, two findings that no shard saw alone, a guarded ring, a promise.</summary>
    public static OrderSnapshot Bank() => Union(
        new Story("orders-tests", "Bank.Vault", "Bank.Accounts.Account._gate", "Bank.Audit.Log._lines")
            .Nest("teller", "Transfer.cs", 20, "Bank.Accounts.Account._gate", "Bank.Audit.Log._lines")
            .Nest("teller", "Transfer.cs", 31, "Bank.Accounts.Account._gate", "Bank.Audit.Log._lines", "Bank.Files.Writer._file")
            .Nest("clerk", "Branch.cs", 12, "Bank.Branches.Branch._state", "Bank.Accounts.Account._gate")
            .Nest("clerk", "Branch.cs", 40, "Bank.Vault", "Bank.Keys.Ring._keys", "Bank.Keys.Safe._door")
            .Nest("guard", "Safe.cs", 70, "Bank.Vault", "Bank.Keys.Safe._door", "Bank.Keys.Ring._keys").Snapshot(),
        new Story("audit-tests")
            .Nest("auditor", "Audit.cs", 51, "Bank.Audit.Log._lines", "Bank.Accounts.Account._gate")
            .Nest("auditor", "Audit.cs", 90, "Bank.Files.Writer._file", "Bank.Files.Index._entries").Snapshot(),
        new Story("nightly")
            .Nest("indexer", "Index.cs", 14, "Bank.Files.Index._entries", "Bank.Branches.Branch._state")
            .Nest("indexer", "Index.cs", 33, "Bank.Files.Index._entries", "Bank.Cache<TKey,TValue>.Shard._slots")
            .Nest("worker", "Queue.cs", 7, "Bank.Jobs.Queue._items", "Bank.Jobs.Queue._items").Snapshot());

    /// <summary>A program of many classes in layers and namespaces, with a few rings.</summary>
    public static OrderSnapshot Large(int classes, int edges)
    {
        const int classesPerNamespace = 40;
        const int layers = 12;
        var random = new Random(classes);
        string Name(int node) => FormattableString.Invariant($"Shop.Part{node / classesPerNamespace:d2}.Service{node}._gate");
        int Layer(int node) => node * 7 % layers;
        SnapshotEdge Edge(int outer, int inner) => new()
        {
            Outer = Name(outer),
            Inner = Name(inner),
            Modes = [(LockMode.Write, LockMode.Write)],
            Provenance = (outer % 5) switch { 0 => EdgeProvenance.Static, 1 => EdgeProvenance.Declared | EdgeProvenance.Observed, _ => EdgeProvenance.Observed },
            Count = 1,
            Gates = [],
            SingleFlow = false,
            ClosesCycle = false,
            Witnesses = [new EdgeWitness(Taken(outer), Taken(inner), "worker " + (outer % 8))],
        };
        Acquisition Taken(int node) => new(new LockClass(Name(node)), node)
        {
            Site = new AcquisitionSite($"Service{node}.cs", 20 + (node % 50)),
            Stack = new CapturedStack([.. Enumerable.Range(0, 6).Select(depth => $"Shop.Part{node / classesPerNamespace:d2}.Service{node + depth}.Handle (Service{node + depth}.cs:{30 + depth})")]),
        };
        var chosen = new HashSet<(int Outer, int Inner)>();
        while (chosen.Count < edges)
        {
            int outer = random.Next(classes);
            int inner = random.Next(10) < 8 ? (outer / classesPerNamespace * classesPerNamespace) + random.Next(classesPerNamespace) : random.Next(classes);
            if (inner < classes && Layer(inner) > Layer(outer))
            {
                chosen.Add((outer, inner));
            }
        }

        (int Outer, int Inner)[] back = [.. chosen.Where(edge => edge.Outer % 331 == 5).Take(5).Select(edge => (edge.Inner, edge.Outer))];
        SnapshotClass[] all = [.. Enumerable.Range(0, classes).Select(node => new SnapshotClass(new LockClass(Name(node)) { Primitive = "Lock" }, 0))];
        OrderSnapshot Shard(string run, IEnumerable<(int Outer, int Inner)> part) => new() { Run = run, Classes = all, Edges = [.. part.Select(edge => Edge(edge.Outer, edge.Inner))] };
        return Union(Shard("forwards", chosen.Order()), Shard("backwards", back));
    }

    private static OrderSnapshot Union(params OrderSnapshot[] shards)
    {
        using var union = new SnapshotUnion();
        foreach (OrderSnapshot shard in shards)
        {
            union.Add(SnapshotBytes.Read(SnapshotBytes.Write(shard)));
        }

        return union.Build();
    }
}
