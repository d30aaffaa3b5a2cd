using LockGraph.Core;

namespace LockGraph.Cli.Docs;

/// <summary>Where the order of a path comes from: the analyzer for sources, the reader for snapshots.</summary>
internal interface IOrderSource
{
    /// <summary>True when the path is of a kind that this source reads. Asked in order; the first that does is the one.</summary>
    /// <param name="path">As the user wrote it; it exists.</param>
    bool Reads(string path);

    /// <summary>All that is known of the path.</summary>
    /// <param name="path">As the user wrote it.</param>
    /// <param name="cancellation">The user's interrupt.</param>
    /// <exception cref="BadInputException">The path cannot be read; one line that names it.</exception>
    Task<LoadedOrder> LoadAsync(string path, CancellationToken cancellation);
}

/// <summary>What a source knows.</summary>
/// <param name="Snapshot">Classes, edges of provenance declared and static, findings.</param>
/// <param name="Declared">The promises, with their places.</param>
internal sealed record LoadedOrder(OrderSnapshot Snapshot, DeclaredOrder Declared);
