using LockGraph.Core;

namespace LockGraph;

/// <content>Releases of locks that a logical flow owns, and waits that are no locks.</content>
public sealed partial class LockOrderValidator
{
    /// <summary>Takes an ended hold off the stack of the releasing thread, wherever it was taken.</summary>
    internal void EndHold(ExecutionFlow flow, LockInstance lockInstance, FlowHold hold)
    {
        for (int depth = flow.HeldCount; depth > 0; depth--)
        {
            ref HeldEntry entry = ref flow.At(depth);
            if (ReferenceEquals(entry.Hold, hold))
            {
                flow.RemoveAt(depth);
                Revalidate(flow, lockInstance);
                return;
            }
        }
    }

    /// <summary>
    /// True when the current code, which runs in another task than a hold, is a child of the flow that has it, and not its continuation: then
    /// the asynchronous method that took the lock is not on the stack. Without stacks nobody is taken for a child.
    /// </summary>
    internal bool IsChildOf(FlowHold hold) =>
        Contained(() => _stacks.Current() is { } here && !AsyncResumption.Explains(_stacks.First(hold.Lock.Node, hold.Site), here));

    internal void ReportBadRelease(ExecutionFlow flow, LockInstance lockInstance, string? detail, bool primitiveRefuses) =>
        Report(ViolationKind.BadRelease, flow, lockInstance, LockMode.Write, default, detail, primitiveRefuses);

    /// <summary>Notes that the thread is about to wait for something that is no lock while it holds one.</summary>
    internal void NoteBlockingWait(ExecutionFlow flow, LockInstance awaited, AcquisitionSite site)
    {
        if (flow.HeldCount > 0)
        {
            ReportBlockingWait(flow, awaited, site);
        }
    }

    private void ReportBlockingWait(ExecutionFlow flow, LockInstance awaited, AcquisitionSite site) =>
        Deliver(flow, () => BlockingWait(flow, awaited, site));

    private Violation? BlockingWait(ExecutionFlow flow, LockInstance awaited, AcquisitionSite site)
    {
        HeldStack.Purge(flow);
        List<HeldLock> held = HeldStack.Describe(flow, _stacks);
        return held.FindLast(entry => !entry.Acquisition.Class.IsPseudo) is { } newest
            ? new Violation(ViolationKind.BlockingWait, flow.Name, Sited(newest.Acquisition, site), held) { Against = newest, Detail = awaited.ToString() }
            : null;
    }

    // The defect is where the thread waits, not where it took the lock.
    private static Acquisition Sited(Acquisition held, AcquisitionSite site) => new(held.Class, held.Instance)
    {
        InstanceLabel = held.InstanceLabel,
        Mode = held.Mode,
        Kind = held.Kind,
        Subclass = held.Subclass,
        Site = site.IsUnknown ? held.Site : site,
    };
}
