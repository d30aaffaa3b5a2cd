using LockGraph.Core;

namespace LockGraph;

/// <summary>Who waits for whom, now. Touched on the contended path only.</summary>
/// <remarks>
/// Thread-safe. A flow registers before it blocks and leaves after it woke. Only flows that wait can be on a ring, and the one that closes a
/// ring registers last, so it sees all the others. What the thread of a waiting flow owns does not change while it waits; what the flow owns may
/// be released by others, or by itself when it was suspended and goes on beside its wait, so that is asked again.
/// </remarks>
internal sealed class WaitGraph
{
    private readonly object _gate = new();
    private readonly List<Waiter> _waiters = [];

    public IReadOnlyList<LockWait> Current()
    {
        lock (_gate)
        {
            return _waiters.ConvertAll(waiter => waiter.Wait);
        }
    }

    /// <summary>Registers a wait; gives the ring it closes, beginning with it, if it closes one.</summary>
    /// <param name="wait">The wait.</param>
    /// <param name="holds">The holds behind the locks of the wait that a logical flow owns.</param>
    /// <param name="ring">The ring, or nothing.</param>
    public Waiter Begin(LockWait wait, List<FlowHold> holds, out IReadOnlyList<LockWait> ring)
    {
        var waiter = new Waiter(wait, holds);
        lock (_gate)
        {
            _waiters.Add(waiter);
            ring = Ring(waiter);
        }

        return waiter;
    }

    public void End(Waiter waiter)
    {
        lock (_gate)
        {
            _waiters.Remove(waiter);
        }
    }

    // Breadth first: the shortest ring is the one a person can read.
    private List<LockWait> Ring(Waiter start)
    {
        var cameFrom = new Dictionary<Waiter, Waiter>();
        var queue = new Queue<Waiter>();
        queue.Enqueue(start);
        while (queue.Count > 0)
        {
            Waiter at = queue.Dequeue();
            foreach (Waiter blocker in _waiters)
            {
                if (ReferenceEquals(blocker, at) || !Blocks(blocker, at))
                {
                    continue;
                }

                if (ReferenceEquals(blocker, start))
                {
                    return Path(start, at, cameFrom);
                }

                if (!cameFrom.ContainsKey(blocker))
                {
                    cameFrom.Add(blocker, at);
                    queue.Enqueue(blocker);
                }
            }
        }

        return [];
    }

    private bool Blocks(Waiter blocker, Waiter waiter)
    {
        Acquisition wanted = waiter.Wait.Wanted;
        foreach (HeldLock entry in blocker.Wait.Held)
        {
            if (entry.Acquisition.Instance == wanted.Instance && Excludes(entry.Acquisition.Mode, wanted.Mode) && blocker.StillHolds(entry))
            {
                return true;
            }
        }

        // A reader, upgradeable or not, also waits for a writer that queued before it.
        Acquisition queued = blocker.Wait.Wanted;
        return wanted.Mode is LockMode.Read or LockMode.Upgrade && queued.Instance == wanted.Instance && queued.Mode == LockMode.Write
            && _waiters.IndexOf(blocker) < _waiters.IndexOf(waiter);
    }

    private static bool Excludes(LockMode held, LockMode wanted) =>
        held == LockMode.Write || wanted == LockMode.Write || (held == LockMode.Upgrade && wanted == LockMode.Upgrade);

    private static List<LockWait> Path(Waiter start, Waiter end, Dictionary<Waiter, Waiter> cameFrom)
    {
        var ring = new List<LockWait>();
        for (Waiter at = end; !ReferenceEquals(at, start); at = cameFrom[at])
        {
            ring.Add(at.Wait);
        }

        ring.Add(start.Wait);
        ring.Reverse();
        return ring;
    }

    /// <summary>A registered wait.</summary>
    internal sealed class Waiter(LockWait wait, List<FlowHold> holds)
    {
        public LockWait Wait { get; } = wait;

        public bool StillHolds(HeldLock entry) => holds.Find(hold => hold.Lock.Id == entry.Acquisition.Instance) is not { IsHeld: false };
    }
}
