using LockGraph.Core;

namespace LockGraph;

/// <content>Condition variables of monitors.</content>
public sealed partial class LockOrderValidator
{
    /// <summary>Reports a pulse or wait by a flow that does not hold the monitor; the monitor throws for itself.</summary>
    internal void CheckCondition(ExecutionFlow flow, LockInstance monitor, AcquisitionSite site = default)
    {
        if (flow.Find(monitor) == 0)
        {
            Report(ViolationKind.ConditionWait, flow, monitor, LockMode.Write, site, detail: null, primitiveRefuses: true);
        }
    }

    /// <summary>
    /// Judges a wait before it begins. It gives the monitor up however often it was entered, and takes it again under everything else that is
    /// held; so the monitor becomes the newest entry now, which for as long as the thread sleeps nobody can tell from the truth.
    /// </summary>
    /// <exception cref="LockOrderViolationException">Mode Assert: a guilty wait. The monitor is held as before.</exception>
    internal void WaitForCondition(ExecutionFlow flow, LockInstance monitor, AcquisitionSite site)
    {
        CheckCondition(flow, monitor, site);
        int depth = flow.Find(monitor);
        if (depth == 0)
        {
            return;
        }

        HeldEntry before = flow.At(depth);
        int repeats = (before.State & EntryState.HasDetail) != 0 ? before.Detail!.Repeats : 0;
        flow.RemoveAt(depth);
        try
        {
            if (flow.HeldCount > 0)
            {
                ReportLocksKept(flow, monitor, site);
            }

            Enter(flow, new AcquisitionRequest(monitor) { Site = site }, hold: null);
        }
        catch
        {
            flow.Push(monitor, before.State, new AcquisitionSite(before.File, before.Line), repeats == 0 ? null : new EntryDetail { Repeats = repeats });
            throw;
        }

        if (repeats > 0)
        {
            flow.DetailOf(flow.Find(monitor)).Repeats = repeats;
        }
    }

    private void ReportLocksKept(ExecutionFlow flow, LockInstance monitor, AcquisitionSite site) =>
        Deliver(flow, () => LocksKept(flow, monitor, site));

    private Violation? LocksKept(ExecutionFlow flow, LockInstance monitor, AcquisitionSite site)
    {
        List<HeldLock> held = HeldStack.Describe(flow, _stacks);
        return held.FindLast(entry => !entry.Acquisition.Class.IsPseudo) is { } kept
            ? new Violation(ViolationKind.ConditionWait, flow.Name, Described(monitor, LockMode.Write, site), held) { Against = kept }
            : null;
    }
}
