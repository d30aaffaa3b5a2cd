using System.Runtime.CompilerServices;
using LockGraph.Core;

namespace LockGraph;

/// <content>What every thread-owned primitive does around the lock it wraps. Never called in mode Off.</content>
public partial class LockInstance
{
    /// <summary>Enters the lock as held: by its chain if that was validated, after a judgement otherwise.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty, and nothing was entered.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected ExecutionFlow EnterSlowly(LockMode mode, string? file, int line, bool primitiveRefuses = false)
    {
        ExecutionFlow flow = ThreadFlows.Of(Validator);
        if (!flow.TryPushKnown(this, mode, file, line))
        {
            EnterJudged(mode, AcquisitionKind.Blocking, file, line, primitiveRefuses);
        }

        return flow;
    }

    /// <summary>Judges the acquisition and enters the lock as held.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty, and nothing was entered.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected void EnterJudged(LockMode mode, AcquisitionKind kind, string? file, int line, bool primitiveRefuses = false) =>
        Validator.Enter(ThreadFlows.Of(Validator), Request(mode, kind, file, line, primitiveRefuses), hold: null);

    /// <summary>Ends the newest hold in a mode. A hold that is not there is reported, and left to the primitive to refuse if it does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void LeaveHeld(long stamp, LockMode mode, bool primitiveRefuses = true) =>
        LeaveHeld(ThreadFlows.Current, stamp, mode, primitiveRefuses);

    /// <summary>The same, for a caller that knows the flow of this thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void LeaveHeld(ExecutionFlow? flow, long stamp, LockMode mode, bool primitiveRefuses = true)
    {
        if (flow is null || !flow.TryPop(stamp))
        {
            LeaveJudged(mode, primitiveRefuses);
        }
    }

    /// <summary>Takes an entered lock back; gives false, for the caller to return.</summary>
    private protected bool Abandoned(LockMode mode)
    {
        Validator.Abandon(ThreadFlows.Of(Validator), this, mode);
        return false;
    }

    /// <summary>Waits for the entered lock on the contended path, or takes it back when the wait fails.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert: the wait closes a ring of waits.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected void Contend<TPrimitive>(TPrimitive primitive, Action<TPrimitive> enter, LockMode mode, string? file, int line)
    {
        ExecutionFlow flow = ThreadFlows.Of(Validator);
        try
        {
            using WaitScope wait = Validator.BeginWait(flow, Request(mode, AcquisitionKind.Blocking, file, line, false));
            enter(primitive);
        }
        catch (Exception exception) when (exception is not AbandonedMutexException)
        {
            // An abandoned mutex is the waiter's all the same.
            Validator.Abandon(flow, this, mode);
            throw;
        }
    }

    private AcquisitionRequest Request(LockMode mode, AcquisitionKind kind, string? file, int line, bool primitiveRefuses) =>
        new(this, mode, kind) { Site = new AcquisitionSite(file, line), PrimitiveRefuses = primitiveRefuses };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LeaveJudged(LockMode mode, bool primitiveRefuses) =>
        Validator.Leave(ThreadFlows.Of(Validator), this, mode, default, primitiveRefuses);
}
