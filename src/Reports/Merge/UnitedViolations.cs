using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>What the runs found themselves, by id: one defect, one entry, with the runs that saw it.</summary>
internal sealed class UnitedViolations(KeptEvidence kept)
{
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);

    /// <summary>Takes in a finding of a run.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="violation">The finding, with its run.</param>
    public void Add(string id, Violation violation)
    {
        if (_byId.TryGetValue(id, out Entry? entry))
        {
            entry.SingleFlow &= violation.SingleFlow;
            entry.Kept = kept.Of(entry.Kept, violation);
        }
        else
        {
            _byId.Add(id, new Entry { Kept = violation, SingleFlow = violation.SingleFlow });
        }
    }

    /// <summary>The findings. One flow alone made a ring only as long as one run saw it and none of its edges has come from elsewhere.</summary>
    /// <param name="seenBy">Number of runs that found an id.</param>
    /// <param name="isSingle">False once a second flow has made an edge; what a part did not know yet must not decide.</param>
    public IEnumerable<(string Id, Violation Violation)> All(Func<string, int> seenBy, Func<CycleEdge, bool> isSingle) => _byId.Select(pair => (
        pair.Key,
        WithSingleFlow(pair.Value.Kept, pair.Value.SingleFlow && seenBy(pair.Key) <= 1 && pair.Value.Kept.Cycle.All(isSingle))));

    private static Violation WithSingleFlow(Violation violation, bool singleFlow) => violation.SingleFlow == singleFlow ? violation : RunNames.Copy(violation, violation.Run, singleFlow, violation.Cycle);

    private sealed class Entry
    {
        public required Violation Kept { get; set; }

        public required bool SingleFlow { get; set; }
    }
}
