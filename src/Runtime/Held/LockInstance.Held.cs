using System.Runtime.CompilerServices;
using LockGraph.Core;

namespace LockGraph;

/// <content>What every thread-owned primitive does around the lock it wraps. Never called in mode Off.</content>
public partial class LockInstance
{
    /// <summary>Enters the lock as held if its chain is known: the steady state. False asks for <see cref="EnterJudged"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected bool TryEnterKnown(ulong key, uint mode, string? file, int line)
    {
        ExecutionFlow? flow = ThreadFlows.Current;
        return flow is not null && ReferenceEquals(flow.Validator, Validator) && flow.TryPush(this, key, mode, file, line);
    }

    /// <summary>Judges the acquisition and enters the lock as held.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty, and nothing was entered.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected void EnterJudged(LockMode mode, AcquisitionKind kind, string? file, int line, bool primitiveRefuses = false) =>
        Validator.Enter(ThreadFlows.Of(Validator), Request(mode, kind, file, line, primitiveRefuses), hold: null);

    /// <summary>Ends the newest hold in a mode. A hold that is not there is reported, and left to the primitive to refuse if it does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void LeaveHeld(uint mode, bool primitiveRefuses = true)
    {
        ExecutionFlow? flow = ThreadFlows.Current;
        if (flow is null || !ReferenceEquals(flow.Validator, Validator) || !flow.TryPop(this, mode))
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
        catch
        {
            Validator.Abandon(flow, this, mode);
            throw;
        }
    }

    private AcquisitionRequest Request(LockMode mode, AcquisitionKind kind, string? file, int line, bool primitiveRefuses) =>
        new(this, mode, kind) { Site = new AcquisitionSite(file, line), PrimitiveRefuses = primitiveRefuses };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LeaveJudged(uint mode, bool primitiveRefuses) =>
        Validator.Leave(ThreadFlows.Of(Validator), this, (LockMode)mode, default, primitiveRefuses);
}
