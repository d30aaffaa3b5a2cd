using LockGraph.Core;

namespace LockGraph.Packages.Tests.Support;

/// <summary>Snapshots as runs leave them.</summary>
internal static class Snapshots
{
    /// <summary>Writes the snapshot of a run that took one lock under another once.</summary>
    public static void WriteOneEdge(string path, string run, string outer, string inner) => SnapshotFile.Write(path, new OrderSnapshot
    {
        Run = run,
        Classes = [.. new[] { outer, inner }.Order(StringComparer.Ordinal).Select(name => new SnapshotClass(new LockClass(name), 0))],
        Edges =
        [
            new SnapshotEdge
            {
                Outer = outer,
                Inner = inner,
                Modes = [(LockMode.Write, LockMode.Write)],
                Provenance = EdgeProvenance.Observed,
                Count = 1,
                Gates = [],
                SingleFlow = true,
                ClosesCycle = false,
                Witnesses = [new EdgeWitness(Side(outer, 1), Side(inner, 2), "thread 1")],
            },
        ],
    });

    private static Acquisition Side(string name, int line) => new(new LockClass(name), line) { Site = new AcquisitionSite("Run.cs", line) };
}
