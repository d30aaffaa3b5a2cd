using LockGraph.Core;

namespace LockGraph;

/// <summary>Snapshot files, <c>*.lockgraph.json</c>; the format is specified in <c>docs/reports/snapshot-format.md</c>.</summary>
public static class SnapshotFile
{
    /// <summary>Writes a snapshot, whole or not at all.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="snapshot">What to write.</param>
    /// <exception cref="IOException">The file cannot be written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Write(string path, OrderSnapshot snapshot) => AtomicFile.Write(path, stream => SnapshotWriter.Write(stream, snapshot));
}
