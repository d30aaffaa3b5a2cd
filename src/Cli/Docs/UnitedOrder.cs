using LockGraph.Cli.Merge;
using LockGraph.Core;
using LockGraph.Reports;

namespace LockGraph.Cli.Docs;

/// <summary>What the code says and what runs showed, as one.</summary>
internal static class UnitedOrder
{
    /// <summary>Unites the order of a path with observed snapshots and judges the union.</summary>
    /// <param name="loaded">The order of the path.</param>
    /// <param name="observed">Snapshot files.</param>
    /// <exception cref="BadInputException">A file is no snapshot.</exception>
    public static OrderSnapshot Of(LoadedOrder loaded, IReadOnlyList<string> observed)
    {
        if (observed.Count == 0)
        {
            return loaded.Snapshot;
        }

        using var union = new SnapshotUnion();
        var pool = new StringPool();
        union.Add(loaded.Snapshot);
        foreach (string path in observed)
        {
            union.Add(SnapshotInput.Read(path, pool));
        }

        OrderSnapshot united = union.Build();
        return new OrderSnapshot
        {
            Run = united.Run,
            Runs = united.Runs,
            OwnFaults = united.OwnFaults,
            Classes = WithSources(united.Classes, loaded.Snapshot.Classes),
            Edges = united.Edges,
            Violations = united.Violations,
        };
    }

    // Runs know no sources: where a lock is declared and who takes it is what the analyzer said.
    private static SnapshotClass[] WithSources(IReadOnlyList<SnapshotClass> united, IReadOnlyList<SnapshotClass> fromCode)
    {
        Dictionary<string, SnapshotClass> known = fromCode.DistinctBy(entry => entry.Name).ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        return
        [
            .. united.Select(entry => known.TryGetValue(entry.Name, out SnapshotClass? source)
                ? entry with { DeclaredAt = source.DeclaredAt, OrderKey = source.OrderKey, Takers = source.Takers }
                : entry),
        ];
    }
}
