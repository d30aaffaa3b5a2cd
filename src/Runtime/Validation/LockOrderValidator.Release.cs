using LockGraph.Core;

namespace LockGraph;

/// <content>Releases, changes of mode, and what they may break.</content>
public sealed partial class LockOrderValidator
{
    /// <summary>Releases a lock, in any order.</summary>
    /// <param name="flow">Who releases.</param>
    /// <param name="lockInstance">The lock.</param>
    /// <param name="mode">The mode in which it is held; <see langword="null"/> for whichever it is.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the flow does not hold it so.</exception>
    public void Release(ExecutionFlow flow, LockInstance lockInstance, LockMode? mode = null) =>
        Leave(flow, lockInstance, mode, default, primitiveRefuses: false);

    /// <summary>Turns a hold into another mode without asking for anything: a downgrade, or a writer that becomes a reader.</summary>
    /// <param name="flow">Who holds it.</param>
    /// <param name="lockInstance">The lock.</param>
    /// <param name="mode">The new mode.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the flow does not hold it.</exception>
    public void Downgrade(ExecutionFlow flow, LockInstance lockInstance, LockMode mode)
    {
        int depth = flow.Find(lockInstance);
        if (depth == 0)
        {
            Report(ViolationKind.BadRelease, flow, lockInstance, mode, default, "downgrade");
            return;
        }

        // The entry is described anew from its fields: the acquisition that took it was for another mode.
        if (flow.At(depth).Mode != mode && (flow.At(depth).State & EntryState.HasDetail) != 0)
        {
            flow.At(depth).Detail!.Acquisition = null;
        }

        flow.Restate(depth, (flow.At(depth).State & ~EntryState.ModeMask) | (uint)mode);
    }

    internal void Leave(ExecutionFlow flow, LockInstance lockInstance, LockMode? mode, AcquisitionSite site, bool primitiveRefuses)
    {
        int depth = mode is { } exact ? flow.Find(lockInstance, exact) : flow.Find(lockInstance);
        if (depth == 0)
        {
            ReportBadRelease(flow, lockInstance, mode, site, primitiveRefuses);
            return;
        }

        if (TryRepeatLess(flow, depth))
        {
            return;
        }

        flow.RemoveAt(depth);
        Revalidate(flow, lockInstance);
    }

    private static bool TryRepeatLess(ExecutionFlow flow, int depth)
    {
        ref HeldEntry entry = ref flow.At(depth);
        if ((entry.State & EntryState.HasDetail) == 0 || entry.Detail!.Repeats == 0)
        {
            return false;
        }

        entry.Detail.Repeats--;
        return true;
    }

    // What was accepted because a nest lock was held is not accepted without it. Edges need no second look: they start at every held lock.
    private void Revalidate(ExecutionFlow flow, LockInstance released)
    {
        for (int depth = 1; depth <= flow.HeldCount; depth++)
        {
            ref HeldEntry entry = ref flow.At(depth);
            long nestLock = (entry.State & EntryState.HasDetail) != 0 ? entry.Detail!.Acquisition?.NestLock ?? 0 : 0;
            if (nestLock == released.Id && flow.Find(released) == 0)
            {
                ReportOrphan(flow, entry.Detail!.Acquisition!, released);
                return;
            }
        }
    }

    private void ReportOrphan(ExecutionFlow flow, Acquisition orphan, LockInstance nestLock) => Deliver(
        flow, () => new Violation(ViolationKind.NestLockNotHeld, flow.Name, orphan, HeldStack.Describe(flow, _stacks)) { Detail = nestLock.ToString() });

    // Apart from the release: what a lambda captures is allocated where the method begins.
    private void ReportBadRelease(ExecutionFlow flow, LockInstance lockInstance, LockMode? mode, AcquisitionSite site, bool primitiveRefuses) =>
        Deliver(flow, () => BadRelease(flow, lockInstance, mode, site), primitiveRefuses);

    // Null when the release is one more sign of a defect that was told.
    private Violation? BadRelease(ExecutionFlow flow, LockInstance lockInstance, LockMode? mode, AcquisitionSite site)
    {
        int otherwise = flow.Find(lockInstance);
        if (otherwise > 0)
        {
            string detail = "it is held in " + flow.At(otherwise).Mode.Word() + " mode";
            return Misuse(ViolationKind.BadRelease, flow, lockInstance, mode ?? LockMode.Write, site, detail);
        }

        if (ForeignHold.Find(AllFlowsSnapshot(), flow, lockInstance) is not { } foreign)
        {
            return Misuse(ViolationKind.BadRelease, flow, lockInstance, mode ?? LockMode.Write, site, detail: null);
        }

        if (!AsyncResumption.Explains(_stacks.First(lockInstance.Node, foreign.Site), _stacks.Current()))
        {
            return Misuse(ViolationKind.BadRelease, flow, lockInstance, mode ?? LockMode.Write, site, "it is held by " + foreign.Flow.Name);
        }

        // The thread that took the lock keeps it for ever, which is no leak beside the await; and if it ended before, that was told.
        return _told.Add(foreign.Flow, lockInstance.Id, foreign.Site)
            ? new Violation(ViolationKind.AwaitUnderLock, flow.Name, Described(lockInstance, mode ?? LockMode.Write, foreign.Site), [])
            : null;
    }

    private Violation Misuse(ViolationKind kind, ExecutionFlow flow, LockInstance lockInstance, LockMode mode, AcquisitionSite site, string? detail) =>
        new(kind, flow.Name, Described(lockInstance, mode, Located(flow, site, out CapturedStack? stack)), HeldStack.Describe(flow, _stacks))
        {
            Detail = detail,
            Stack = stack,
        };

    // Releases, pulses and the ends of locks carry no place: the steady state would pay for it, and only a report asks. What an explicit flow
    // does was done elsewhere, so the stack of whoever replays it says nothing.
    private AcquisitionSite Located(ExecutionFlow flow, AcquisitionSite site, out CapturedStack? stack)
    {
        stack = null;
        return site.IsUnknown && flow.Thread is not null ? _stacks.Here(out stack) : site;
    }

    private Acquisition Described(LockInstance lockInstance, LockMode mode, AcquisitionSite site) =>
        HeldStack.Describe(new AcquisitionRequest(lockInstance, mode) { Site = site }, _stacks);

    private ExecutionFlow[] AllFlowsSnapshot()
    {
        lock (_gate)
        {
            return [.. _threadFlows, .. _openFlows];
        }
    }

    private ExecutionFlow[] ThreadFlowsSnapshot()
    {
        lock (_gate)
        {
            return [.. _threadFlows];
        }
    }
}
