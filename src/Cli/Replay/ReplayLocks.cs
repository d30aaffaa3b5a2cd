using LockGraph.Cli.Traces;
using LockGraph.Core;

namespace LockGraph.Cli.Replay;

/// <summary>The lock objects of one trace, by class and name.</summary>
/// <remarks>A name that is used after its lock was freed means a new lock: memory is given out again.</remarks>
internal sealed class ReplayLocks(LockOrderValidator validator)
{
    private readonly Dictionary<(string Class, string Name), ReplayLock> _locks = [];
    private readonly Dictionary<string, List<ReplayLock>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LockClass> _classes = new(StringComparer.Ordinal);
    private readonly DeclaredRanks _ranks = new(validator);

    /// <summary>The lock of an event, if it was seen before.</summary>
    public ReplayLock? Find(in TraceEvent e) => _locks.GetValueOrDefault((e.Class, e.Lock));

    /// <summary>The lock of an event; made on first use.</summary>
    public ReplayLock Of(in TraceEvent e) => Find(in e) ?? Add((e.Class, e.Lock), e.Order, e.Rank ?? 0);

    /// <summary>
    /// The lock that an acquisition names as its nest lock. The format gives no class, so the one that the flow holds is meant; else the
    /// newest of the name, and one that never occurs is a lock that nobody holds.
    /// </summary>
    public LockInstance NestLock(ExecutionFlow flow, string name)
    {
        List<ReplayLock> candidates = _byName.GetValueOrDefault(name) ?? [];
        foreach (ReplayLock candidate in candidates)
        {
            if (candidate.Ranks.FirstOrDefault(instance => flow.ModeOf(instance) is not null) is { } held)
            {
                return held;
            }
        }

        ReplayLock newest = candidates.Count > 0 ? candidates[^1] : Add((name, name), null, 0);
        return newest.RankFor(flow, 0);
    }

    /// <summary>Forgets a lock that was freed.</summary>
    public void Remove(ReplayLock freed)
    {
        _locks.Remove(freed.Key);
        List<ReplayLock> same = _byName[freed.Key.Name];
        same.Remove(freed);
        if (same.Count == 0)
        {
            _byName.Remove(freed.Key.Name);
        }
    }

    private ReplayLock Add((string Class, string Name) key, string? order, long rank)
    {
        // Locks of one rank are one class of the declared order: two of them may not nest, and all come before the next rank.
        LockClass @class = ClassOf(order is null ? key.Class : _ranks.ClassName(order, rank));
        var added = new ReplayLock(validator, key, @class, isOwnClass: order is null && key.Class == key.Name);
        _locks.Add(key, added);
        if (!_byName.TryGetValue(key.Name, out List<ReplayLock>? same))
        {
            _byName.Add(key.Name, same = []);
        }

        same.Add(added);
        return added;
    }

    // A trace that does not say how a lock waits claims nothing about it: only what it says is checked.
    private LockClass ClassOf(string name)
    {
        if (!_classes.TryGetValue(name, out LockClass? known))
        {
            _classes.Add(name, known = new LockClass(name) { WaitType = WaitType.Free });
        }

        return known;
    }
}
