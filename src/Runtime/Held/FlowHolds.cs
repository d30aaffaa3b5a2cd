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
    private static readonly AsyncLocal<FlowHold?> _newest = new(OnChanged);

    /// <summary>Makes a hold the newest one of this flow. It counts once it is granted.</summary>
    public static FlowHold Add(LockInstance lockInstance, LockMode mode, AcquisitionSite site)
    {
        var hold = new FlowHold(lockInstance, mode, site, FirstLive(_newest.Value));
        _newest.Value = hold;
        return hold;
    }

    /// <summary>The newest live hold of a lock in this flow.</summary>
    public static FlowHold? Find(LockInstance lockInstance)
    {
        for (FlowHold? hold = _newest.Value; hold is not null; hold = hold.Outer)
        {
            if (hold.IsHeld && ReferenceEquals(hold.Lock, lockInstance))
            {
                return hold;
            }
        }

        return null;
    }

    /// <summary>Drops the ended holds at the head of the list, so that a loop of acquisitions does not grow it.</summary>
    public static void Trim()
    {
        FlowHold? newest = _newest.Value;
        FlowHold? live = FirstLive(newest);
        if (!ReferenceEquals(newest, live))
        {
            _newest.Value = live;
        }
    }

    /// <summary>Puts the holds of the current flow onto a stack that is new to this thread.</summary>
    public static void Show(ExecutionFlow flow) => PushAll(flow, _newest.Value);

    private static FlowHold? FirstLive(FlowHold? hold)
    {
        while (hold is not null && hold.IsOver)
        {
            hold = hold.Outer;
        }

        return hold;
    }

    private static void OnChanged(AsyncLocalValueChangedArgs<FlowHold?> change)
    {
        if (!change.ThreadContextChanged)
        {
            return;
        }

        foreach (ExecutionFlow flow in ThreadFlows.All)
        {
            RemoveFlowOwned(flow);
            PushAll(flow, change.CurrentValue);
        }
    }

    private static void RemoveFlowOwned(ExecutionFlow flow)
    {
        for (int depth = flow.HeldCount; depth > 0; depth--)
        {
            ref HeldEntry entry = ref flow.At(depth);
            if ((entry.State & EntryState.HasDetail) != 0 && entry.Detail!.Hold is not null)
            {
                flow.RemoveAt(depth);
            }
        }
    }

    private static void PushAll(ExecutionFlow flow, FlowHold? newest)
    {
        if (newest is null)
        {
            return;
        }

        // Oldest first. Recursion would be as deep as the holds; they are few, but a list costs no stack.
        var holds = new List<FlowHold>();
        for (FlowHold? hold = newest; hold is not null; hold = hold.Outer)
        {
            if (!hold.IsOver && ReferenceEquals(hold.Lock.Validator, flow.Validator))
            {
                holds.Add(hold);
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
