using LockGraph.Core;

namespace LockGraph;

/// <content>What every flow-owned primitive does around the lock it wraps. Never called in mode Off.</content>
public partial class LockInstance
{
    /// <summary>Judges the acquisition and enters it in the flow, still to be granted.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty, and nothing was entered.</exception>
    private protected FlowHold BeginHold(AcquisitionKind kind, string? file, int line)
    {
        var site = new AcquisitionSite(file, line);
        ExecutionFlow flow = ThreadFlows.Of(Validator);
        if (FlowHolds.Find(this) is { IsInAnotherTask: true } parents && Validator.IsChildOf(parents))
        {
            FlowHolds.Disinherit(parents, flow);
        }

        FlowHold hold = FlowHolds.Add(this, LockMode.Write, site);
        if (kind == AcquisitionKind.Blocking && flow.TryPushKnown(this, LockMode.Write, file, line, new EntryDetail { Hold = hold }))
        {
            return hold;
        }

        try
        {
            Validator.Enter(flow, new AcquisitionRequest(this, LockMode.Write, kind) { Site = site }, hold);
        }
        catch
        {
            hold.End();
            FlowHolds.Trim();
            throw;
        }

        return hold;
    }

    /// <summary>The primitive granted the lock.</summary>
    private protected void Grant(FlowHold hold)
    {
        hold.Grant();
        CurrentHold = hold;
    }

    /// <summary>Takes a free slot at once, or tells that there is none. A semaphore that refuses leaves nothing behind.</summary>
    /// <exception cref="ObjectDisposedException">The semaphore is disposed.</exception>
    private protected bool TryGrant(FlowHold hold, SemaphoreSlim semaphore)
    {
        bool granted;
        try
        {
            granted = semaphore.Wait(0, CancellationToken.None);
        }
        catch
        {
            Refuse(hold);
            throw;
        }

        if (granted)
        {
            Grant(hold);
        }

        return granted;
    }

    /// <summary>The primitive did not grant the lock: nothing is left behind.</summary>
    private protected void Refuse(FlowHold hold)
    {
        hold.End();
        HeldStack.Purge(ThreadFlows.Of(Validator));
        FlowHolds.Trim();
    }

    /// <summary>Waits for the entered lock on the contended path, or takes it back when the wait fails.</summary>
    private protected bool WaitForGrant(FlowHold hold, AcquisitionKind kind, Func<bool> wait)
    {
        bool granted = false;
        try
        {
            // A bounded wait backs out, so it can close no ring.
            using WaitScope scope = kind == AcquisitionKind.Blocking ? BeginWait(hold) : default;
            granted = wait();
        }
        finally
        {
            if (granted)
            {
                Grant(hold);
            }
            else
            {
                Refuse(hold);
            }
        }

        return granted;
    }

    /// <summary>The same, without blocking the thread.</summary>
    private protected async Task<bool> WaitForGrantAsync(FlowHold hold, WaitScope scope, Task<bool> wait)
    {
        bool granted = false;
        try
        {
            granted = await wait.ConfigureAwait(false);
        }
        finally
        {
            scope.Dispose();
            if (granted)
            {
                Grant(hold);
            }
            else
            {
                Refuse(hold);
            }
        }

        return granted;
    }

    /// <summary>Registers the flow as waiting for this lock.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert: the wait closes a ring of waits.</exception>
    private protected WaitScope BeginWait(FlowHold hold) =>
        Validator.BeginWait(ThreadFlows.Of(Validator), new AcquisitionRequest(this) { Site = hold.Site });

    /// <summary>Ends the hold of this lock, whichever flow took it; false when nobody holds it.</summary>
    private protected bool EndHold(FlowHold? hold)
    {
        hold ??= FlowHolds.Find(this) ?? CurrentHold;
        if (hold is null || !hold.IsHeld || !hold.End())
        {
            return false;
        }

        CurrentHold = null;
        Validator.EndHold(ThreadFlows.Of(Validator), this, hold);

        // The ended hold stays at the head of the flow's list until the next one is added: a write of the context costs more than the lock.
        return true;
    }

    /// <summary>Reports a release by a flow that does not hold the lock.</summary>
    private protected void ReportBadRelease(string? detail, bool primitiveRefuses) =>
        Validator.ReportBadRelease(ThreadFlows.Of(Validator), this, detail, primitiveRefuses);
}
