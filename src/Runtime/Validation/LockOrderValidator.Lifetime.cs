using LockGraph.Core;

namespace LockGraph;

/// <content>Assertions, terminal holds, locks that end while held, and flows that end with locks held.</content>
public sealed partial class LockOrderValidator
{
    /// <summary>Ends the life of a lock: nobody may hold it now or take it later. The order of its class stays.</summary>
    /// <param name="flow">Who ends it.</param>
    /// <param name="lockInstance">The lock.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: somebody holds it.</exception>
    public void Free(ExecutionFlow flow, LockInstance lockInstance) => Free(flow, lockInstance, primitiveRefuses: false);

    internal void Free(ExecutionFlow flow, LockInstance lockInstance, bool primitiveRefuses)
    {
        // A violation that is thrown keeps the caller from disposing the primitive, so the lock lives on.
        if (Contained(() => HolderOf(flow, lockInstance)) is { } holder)
        {
            Report(ViolationKind.HeldFreed, flow, lockInstance, LockMode.Write, default, "held by " + holder, primitiveRefuses);
        }

        lockInstance.MarkFreed();
        lock (_gate)
        {
            _instanceOrder.Forget(lockInstance.Id);
        }
    }

    /// <summary>Tells that a lock is initialised again in place; it may be used afterwards.</summary>
    /// <param name="flow">Who does it.</param>
    /// <param name="lockInstance">The lock.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: somebody holds it.</exception>
    public void Reinitialize(ExecutionFlow flow, LockInstance lockInstance)
    {
        string? holder = Contained(() => HolderOf(flow, lockInstance));
        lockInstance.MarkAlive();
        if (holder is not null)
        {
            Report(ViolationKind.HeldReinitialized, flow, lockInstance, LockMode.Write, default, "held by " + holder);
        }
    }

    /// <summary>Forgets every edge of the lock's class, as if none had been seen.</summary>
    public void Forget(LockInstance lockInstance)
    {
        lock (_gate)
        {
            lockInstance.Bind(_classes.Forget(lockInstance.Node));
        }
    }

    /// <summary>Declares that the flow keeps its newest hold of the lock for ever: no leak when it ends.</summary>
    public void DeclareTerminal(ExecutionFlow flow, LockInstance lockInstance)
    {
        int depth = flow.Find(lockInstance);
        if (depth > 0)
        {
            // The fast path would leave the mark for the next hold.
            flow.At(depth).State |= EntryState.Terminal;
            flow.At(depth).Stamp = 0;
            if (flow.At(depth).Hold is { } hold)
            {
                hold.IsTerminal = true;
            }
        }
    }

    /// <summary>Checks a claim of the code about what it holds.</summary>
    /// <param name="flow">Whose claim.</param>
    /// <param name="lockInstance">About which lock.</param>
    /// <param name="mode">The mode it needs; <see langword="null"/> for any, and exclusive satisfies every mode.</param>
    /// <param name="expected">True for "held", false for "not held".</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the claim is false.</exception>
    public void AssertHeld(ExecutionFlow flow, LockInstance lockInstance, LockMode? mode, bool expected)
    {
        HeldStack.Purge(flow);
        int depth = mode is { } exact ? Math.Max(flow.Find(lockInstance, exact), flow.Find(lockInstance, LockMode.Write)) : flow.Find(lockInstance);
        if (depth > 0 == expected)
        {
            return;
        }

        string? detail = mode is null ? null : "in " + mode.Value.Word() + " mode";
        Report(expected ? ViolationKind.NotHeld : ViolationKind.HeldWhenExcluded, flow, lockInstance, mode ?? LockMode.Write, default, detail);
    }

    /// <summary>Ends an explicit flow: whatever it still holds, other than for ever, is a leak.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert: it holds something.</exception>
    public void EndFlow(ExecutionFlow flow)
    {
        lock (_gate)
        {
            _openFlows.Remove(flow);
        }

        Deliver(flow, Contained(() => LeaksOf(flow, flow.Name, above: 0)), primitiveRefuses: false);
    }

    private string? HolderOf(ExecutionFlow flow, LockInstance lockInstance) =>
        flow.Find(lockInstance) > 0 ? flow.Name
        : lockInstance.CurrentHold is { IsHeld: true } ? "another flow"
        : ForeignHold.Find(AllFlowsSnapshot(), flow, lockInstance) is { } foreign && !_told.Contains(foreign.Flow, lockInstance.Id, foreign.Site)
            ? foreign.Flow.Name
        : null;
}
