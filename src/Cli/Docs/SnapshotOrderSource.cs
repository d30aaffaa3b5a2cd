using LockGraph.Cli.Merge;
using LockGraph.Core;

namespace LockGraph.Cli.Docs;

/// <summary>The order that a snapshot file holds.</summary>
/// <remarks>A snapshot keeps which edges are declared, and neither where nor whether strictly: the document of a snapshot says no more.</remarks>
internal sealed class SnapshotOrderSource : IOrderSource
{
    /// <summary>How the files of this kind end.</summary>
    public const string Ending = ".lockgraph.json";

    private const string _place = "the recorded run";

    /// <inheritdoc/>
    public bool Reads(string path) => path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public Task<LoadedOrder> LoadAsync(string path, CancellationToken cancellation)
    {
        OrderSnapshot snapshot = SnapshotInput.Read(path);
        return Task.FromResult(new LoadedOrder(snapshot, DeclaredOrder.Build(
            snapshot.Edges.Where(edge => (edge.Provenance & EdgeProvenance.Declared) != 0).Select(edge => OrderDeclaration.Before(_place, edge.Outer, edge.Inner)))));
    }
}
