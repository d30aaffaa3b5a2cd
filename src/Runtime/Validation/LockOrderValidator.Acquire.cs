using LockGraph.Core;

namespace LockGraph;

/// <content>From a request to an entry on the held-lock stack.</content>
public sealed partial class LockOrderValidator
{
    // A try teaches no edge into what it takes, so that it was validated says nothing of blocking there.
    private const ulong _tried = 0x7219_ACED_0000_0001;

    /// <summary>Judges a request, adds what it teaches to the order, and enters the lock as held. To be called before the lock is taken.</summary>
    /// <param name="flow">Who asks.</param>
    /// <param name="request">For what.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty, and nothing was entered.</exception>
    public void Acquire(ExecutionFlow flow, in AcquisitionRequest request) => Enter(flow, in request, hold: null);

    /// <summary>Takes an entered lock back: the primitive refused, timed out, or was cancelled. Leaves nothing behind.</summary>
    public void Abandon(ExecutionFlow flow, LockInstance lockInstance, LockMode mode = LockMode.Write)
    {
        int depth = flow.Find(lockInstance, mode);
        if (depth > 0 && !TryRepeatLess(flow, depth))
        {
            flow.RemoveAt(depth);
        }
    }

    internal void Enter(ExecutionFlow flow, in AcquisitionRequest request, FlowHold? hold)
    {
        LockInstance wanted = request.Lock;
        uint state = (uint)request.Mode | (request.Kind == AcquisitionKind.Blocking ? 0 : EntryState.Tried);
        if (flow.Guard > 0)
        {
            PushUnjudged(flow, in request, state, hold);
            return;
        }

        if (IsPlainReentry(flow, in request, out int repeated))
        {
            flow.DetailOf(repeated).Repeats++;
            return;
        }

        List<Violation>? found = null;
        bool isValidated = false;
        AcquisitionOutcome outcome = AcquisitionOutcome.Held;
        Acquisition? acquisition = null;
        flow.Guard++;
        try
        {
            // What ended elsewhere must not stand in the chain that is looked up, and kept.
            HeldStack.Purge(flow);
            ulong probe = flow.ProbeFor(wanted.KeyOf(request.Mode), request.Site.Line) ^ (request.Kind == AcquisitionKind.Blocking ? 0 : _tried);
            isValidated = !request.HasOptions && !wanted.IsFreed && wanted.NestLock is null && IsValidated(flow, probe);
            if (!isValidated)
            {
                found = Judge(flow, in request, probe, out outcome, out acquisition, out isValidated);
            }
        }
#pragma warning disable CA1031 // The validator never brings its host down.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _ledger.Fault(exception);
        }
        finally
        {
            flow.Guard--;
        }

        Deliver(flow, found, wanted.IsFreed ? wanted.IsDisposed : request.PrimitiveRefuses);
        Push(flow, in request, state, hold, outcome, request.HasOptions || wanted.NestLock is not null ? acquisition : null, isValidated && request.Kind == AcquisitionKind.Blocking);
    }

    // What the judge would say of it is known, and code that calls itself under its own lock does it often.
    private static bool IsPlainReentry(ExecutionFlow flow, in AcquisitionRequest request, out int depth)
    {
        LockInstance wanted = request.Lock;
        bool mayRepeat = request.Mode == LockMode.Write && wanted.Class.Reentrant == true && !request.HasOptions && !wanted.IsFreed;
        depth = mayRepeat ? flow.Find(wanted, LockMode.Write) : 0;
        return depth > 0;
    }

    private static void PushUnjudged(ExecutionFlow flow, in AcquisitionRequest request, uint state, FlowHold? hold)
    {
        int depth = hold is null ? flow.Find(request.Lock, request.Mode) : 0;
        if (depth > 0)
        {
            flow.DetailOf(depth).Repeats++;
            return;
        }

        flow.Push(request.Lock, state, request.Site, hold is null ? null : new EntryDetail { Hold = hold });
    }

    private static void Push(
        ExecutionFlow flow,
        in AcquisitionRequest request,
        uint state,
        FlowHold? hold,
        AcquisitionOutcome outcome,
        Acquisition? acquisition,
        bool isValidated)
    {
        if (outcome == AcquisitionOutcome.Reentry)
        {
            int depth = flow.Find(request.Lock, request.Mode);
            if (depth > 0)
            {
                flow.DetailOf(depth).Repeats++;
                return;
            }
        }

        state |= outcome == AcquisitionOutcome.HeldUnderNestLock ? EntryState.SharesSlot : 0;
        EntryDetail? detail = hold is null && acquisition is null ? null : new EntryDetail { Hold = hold, Acquisition = acquisition };
        flow.Push(request.Lock, state, request.Site, detail, isValidated);
    }

    private bool IsValidated(ExecutionFlow flow, ulong probe)
    {
        if (!_validated.TryGetValue(probe, out ulong gates) || (gates != 0 && gates != flow.GateInstances))
        {
            return false;
        }

        flow.Remember(probe, gates);
        return true;
    }

    private List<Violation>? Judge(
        ExecutionFlow flow,
        in AcquisitionRequest request,
        ulong probe,
        out AcquisitionOutcome outcome,
        out Acquisition acquisition,
        out bool isValidated)
    {
        isValidated = false;
        LockInstance wanted = request.Lock;
        List<HeldLock> held = HeldStack.Describe(flow, _stacks);
        if (wanted.Find(held) is null)
        {
            _stacks.Keep(wanted.Node, request.Site);
        }

        acquisition = HeldStack.Describe(in request, _stacks);
        List<Violation> violations;
        bool gated;
        while (true)
        {
            // A promise that arrives in between has looked at the edges known already, and ours were not among them.
            DeclaredOrder declared = DeclaredOrderUnlocked;
            Judgement judgement = AcquisitionJudge.Judge(held, acquisition, declared, _heldLimit);
            outcome = judgement.Outcome;
            if (outcome == AcquisitionOutcome.Reentry)
            {
                return null;
            }

            violations = [.. judgement.Verdicts.Select(Violating(flow, acquisition, held))];
            if (wanted.IsFreed)
            {
                violations.Insert(0, new Violation(ViolationKind.UseAfterFree, flow.Name, acquisition, held));
            }

            if (TryRecord(flow, judgement, declared, acquisition, held, violations, out gated))
            {
                break;
            }
        }

        CaptureStack(violations);
        isValidated = IsCacheable(held, acquisition, in request) && !HeldStack.AwaitsGrant(flow);
        if (isValidated)
        {
            ulong gates = gated ? flow.GateInstances : 0;
            _validated[probe] = gates;
            flow.Remember(probe, gates);
        }

        return violations;
    }

    private static Func<Verdict, Violation> Violating(ExecutionFlow flow, Acquisition wanted, List<HeldLock> held) => verdict =>
        new Violation(verdict.Kind, flow.Name, wanted, held) { Against = verdict.Against, Detail = verdict.Detail };

    // What depends on instances is judged every time: a class that is held twice, a freed lock, a nest lock, a hold still to be granted.
    private static bool IsCacheable(List<HeldLock> held, Acquisition wanted, in AcquisitionRequest request)
    {
        if (request.HasOptions || wanted.NestLock != 0 || request.Lock.IsFreed)
        {
            return false;
        }

        foreach (HeldLock entry in held)
        {
            if (entry.Acquisition.Class.Name == wanted.Class.Name || entry.Acquisition.NestLock != 0)
            {
                return false;
            }
        }

        return true;
    }

    private void CaptureStack(List<Violation> violations)
    {
        if (violations.Count == 0 || _stacks.Current() is not { } stack)
        {
            return;
        }

        for (int i = 0; i < violations.Count; i++)
        {
            violations[i] = violations[i].WithStack(stack);
        }
    }
}
