using System.Collections.Concurrent;
using LockGraph.Core;

namespace LockGraph;

/// <summary>Holds that a violation has told of, and that nobody will end: what else they break is the same defect.</summary>
/// <remarks>
/// Thread-safe. A hold is known by its flow, its instance and its place, for entries of a held-lock stack have no identity. It grows only with
/// holds that never end, and each of those stays on a held-lock stack as well.
/// </remarks>
internal sealed class ToldHolds
{
    private readonly ConcurrentDictionary<(int Flow, long Instance, AcquisitionSite Site), bool> _told = new();

    /// <summary>Notes a hold; false when it was told of before.</summary>
    public bool Add(ExecutionFlow flow, long instance, AcquisitionSite site) => _told.TryAdd((flow.Number, instance, site), true);

    public bool Contains(ExecutionFlow flow, long instance, AcquisitionSite site) => _told.ContainsKey((flow.Number, instance, site));
}
