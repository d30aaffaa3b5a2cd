using LockGraph.Core;

namespace LockGraph;

/// <summary>The holds of the current logical flow, and their copy on the stack of whatever thread runs it.</summary>
/// <remarks>
/// Thread-owned locks never write the <c>AsyncLocal</c>. Its change handler keeps the thread's stack a view: when another flow comes onto the
/// thread, its holds come and the former ones go, while thread-owned locks stay; so a continuation that runs inline runs under the
/// completer's thread-owned locks.
/// </remarks>
internal static class FlowHolds
{
    private static readonly AsyncLocal<FlowHoldLink?> _newest = new(OnChanged);

    /// <summary>Makes a hold the newest one of this flow. It counts once it is granted.</summary>
    public static FlowHold Add(LockInstance lockInstance, LockMode mode, AcquisitionSite site)
    {
        var hold = new FlowHold(lockInstance, mode, site);
        _newest.Value = new FlowHoldLink(hold, FirstLive(_newest.Value));
        return hold;
    }

    /// <summary>The newest live hold of a lock in this flow.</summary>
    public static FlowHold? Find(LockInstance lockInstance)
    {
        for (FlowHoldLink? link = _newest.Value; link is not null; link = link.Outer)
        {
            if (link.Hold.IsHeld && ReferenceEquals(link.Hold.Lock, lockInstance))
            {
                return link.Hold;
            }
        }

        return null;
    }

    /// <summary>
    /// Lets a child flow give up a hold that it inherited, and that it asks for itself: the parent may release it while the child waits, so
    /// the child does not hold it and does not wait for itself.
    /// </summary>
    public static void Disinherit(FlowHold hold, ExecutionFlow flow)
    {
        _newest.Value = Without(_newest.Value, hold);
        for (int depth = flow.HeldCount; depth > 0; depth--)
        {
            ref HeldEntry entry = ref flow.At(depth);
            if (ReferenceEquals(entry.Hold, hold))
            {
                flow.RemoveAt(depth);
            }
        }
    }

    /// <summary>Drops the ended holds at the head of the list, so that a loop of acquisitions does not grow it.</summary>
    public static void Trim()
    {
        FlowHoldLink? newest = _newest.Value;
        FlowHoldLink? live = FirstLive(newest);
        if (!ReferenceEquals(newest, live))
        {
            _newest.Value = live;
        }
    }

    /// <summary>Puts the holds of the current flow onto a stack that is new to this thread.</summary>
    public static void Show(ExecutionFlow flow) => PushAll(flow, _newest.Value);

    private static FlowHoldLink? FirstLive(FlowHoldLink? link)
    {
        while (link is not null && link.Hold.IsOver)
        {
            link = link.Outer;
        }

        return link;
    }

    private static FlowHoldLink? Without(FlowHoldLink? link, FlowHold hold) =>
        link is null ? null : ReferenceEquals(link.Hold, hold) ? link.Outer : new FlowHoldLink(link.Hold, Without(link.Outer, hold));

    private static void OnChanged(AsyncLocalValueChangedArgs<FlowHoldLink?> change)
    {
        if (!change.ThreadContextChanged)
        {
            return;
        }

        foreach (ExecutionFlow flow in ThreadFlows.All)
        {
            try
            {
                RemoveFlowOwned(flow);
                PushAll(flow, change.CurrentValue);
            }
#pragma warning disable CA1031 // The runtime ends the process for an exception that leaves this handler.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                flow.Validator.NoteFault(exception);
            }
        }
    }

    private static void RemoveFlowOwned(ExecutionFlow flow)
    {
        for (int depth = flow.HeldCount; depth > 0; depth--)
        {
            ref HeldEntry entry = ref flow.At(depth);
            if (entry.Hold is not null)
            {
                flow.RemoveAt(depth);
            }
        }
    }

    private static void PushAll(ExecutionFlow flow, FlowHoldLink? newest)
    {
        if (newest is null)
        {
            return;
        }

        // Oldest first. Recursion would be as deep as the holds; they are few, but a list costs no stack.
        var holds = new List<FlowHold>();
        for (FlowHoldLink? link = newest; link is not null; link = link.Outer)
        {
            if (!link.Hold.IsOver && ReferenceEquals(link.Hold.Lock.Validator, flow.Validator))
            {
                holds.Add(link.Hold);
            }
        }

        for (int i = holds.Count - 1; i >= 0; i--)
        {
            FlowHold hold = holds[i];
            uint state = (uint)hold.Mode | (hold.IsTerminal ? EntryState.Terminal : 0);
            flow.Push(hold.Lock, state, hold.Site, new EntryDetail { Hold = hold });
        }
    }
}
