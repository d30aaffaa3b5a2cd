using System.Collections.Concurrent;
using LockGraph.Core;

namespace LockGraph;

/// <summary>The locks of one validator that logical flows own. A flow that is suspended is on no stack, so what it holds is asked of the locks.</summary>
/// <remarks>
/// Thread-safe. Taking and releasing a lock costs nothing here: the locks are known from their construction. They are not kept alive; of one
/// that nobody can reach any more while it is held, the hold is kept, one for each class and place.
/// </remarks>
internal sealed class FlowOwnedLocks
{
    private readonly object _gate = new();
    private readonly List<WeakReference<LockInstance>> _locks = [];
    private readonly ConcurrentDictionary<(string Class, AcquisitionSite Site), FlowHold> _orphans = new();
    private int _sweepAt = 64;

    /// <summary>Watches a lock until it ends; the lock keeps what is given.</summary>
    public Watch Add(LockInstance lockInstance)
    {
        lock (_gate)
        {
            if (_locks.Count >= _sweepAt)
            {
                _locks.RemoveAll(known => !known.TryGetTarget(out _));
                _sweepAt = Math.Max(64, _locks.Count * 2);
            }

            // Seen for as long as the watch was not finalized: in between, neither list would have the lock.
            _locks.Add(new WeakReference<LockInstance>(lockInstance, trackResurrection: true));
        }

        return new Watch(this, lockInstance);
    }

    /// <summary>The holds that were granted and neither released nor declared to last for ever, in order of their locks.</summary>
    public List<FlowHold> OpenHolds()
    {
        var holds = new HashSet<FlowHold>(_orphans.Values);
        lock (_gate)
        {
            foreach (WeakReference<LockInstance> known in _locks)
            {
                if (known.TryGetTarget(out LockInstance? lockInstance) && lockInstance.CurrentHold is { } hold)
                {
                    holds.Add(hold);
                }
            }
        }

        return [.. holds.Where(IsOpen).OrderBy(hold => hold.Lock.Id)];
    }

    /// <summary>True when somebody still owes the release. That a held lock ended was told when it ended.</summary>
    public static bool IsOpen(FlowHold hold) => hold is { IsHeld: true, IsTerminal: false, Lock.IsFreed: false };

    /// <summary>Tells when nobody can reach a lock any more.</summary>
    internal sealed class Watch(FlowOwnedLocks owner, LockInstance lockInstance) : IDisposable
    {
        ~Watch()
        {
            if (lockInstance.CurrentHold is { } hold && IsOpen(hold))
            {
                owner._orphans.TryAdd((hold.Lock.Class.Name, hold.Site), hold);
            }
        }

        /// <summary>The lock was disposed; whoever held it was told of.</summary>
        public void Dispose() => GC.SuppressFinalize(this);
    }
}
