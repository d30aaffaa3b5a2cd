using LockGraph;
using LockGraph.Core;

namespace Luo.Output;

/// <summary>Where the order that each run saw is kept, one <c>*.lockgraph.json</c> for each: what the test shards of a project leave behind.</summary>
internal static class SnapshotFolder
{
    /// <summary>Writes one snapshot, named after its run; makes the folder if need be.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Write(string folder, OrderSnapshot snapshot)
    {
        Directory.CreateDirectory(folder);
        SnapshotFile.Write(Path.Combine(folder, snapshot.Run.Replace(' ', '-') + ".lockgraph.json"), snapshot);
    }
}
