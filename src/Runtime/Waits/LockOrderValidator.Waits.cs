using LockGraph.Core;

namespace LockGraph;

/// <content>Waiting for a lock that somebody else has.</content>
public sealed partial class LockOrderValidator
{
    /// <summary>Tells that the flow, which has entered the lock as its newest, is about to block on it; dispose when it has woken.</summary>
    /// <param name="flow">Who waits.</param>
    /// <param name="request">For what.</param>
    /// <param name="isEntered">True when the lock is already the newest entry of the flow.</param>
    /// <param name="suspends">True when the flow alone waits and its thread goes on: what that owns is no part of the wait.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the wait closes a ring of waits, and would never end.</exception>
    internal WaitScope BeginWait(ExecutionFlow flow, in AcquisitionRequest request, bool isEntered = true, bool suspends = false)
    {
        LockWait wait;
        WaitGraph.Waiter waiter;
        IReadOnlyList<LockWait> ring;
        try
        {
            // Before the description: a hold that ends in between is described or not, and asked again before a ring is closed by it.
            List<FlowHold> holds = HoldsOf(flow);
            List<HeldLock> held = HeldStack.Describe(flow, _stacks, isEntered ? flow.HeldCount - 1 : flow.HeldCount);
            if (suspends)
            {
                held.RemoveAll(entry => !holds.Exists(hold => hold.Lock.Id == entry.Acquisition.Instance));
            }

            wait = new LockWait(flow.Name, HeldStack.Describe(in request, _stacks), held) { Stack = _stacks.Current() };
            waiter = _waits.Begin(wait, holds, out ring);
        }
#pragma warning disable CA1031 // The validator never brings its host down.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _ledger.Fault(exception);
            return default;
        }

        if (ring.Count > 0)
        {
            try
            {
                Deliver(flow, [new Violation(ViolationKind.LiveDeadlock, flow.Name, wait.Wanted, wait.Held) { Waits = ring, Stack = wait.Stack }], false);
            }
            catch
            {
                _waits.End(waiter);
                throw;
            }
        }

        return new WaitScope(_waits, waiter);
    }

    /// <summary>Tells that the flow of a hold is about to be suspended until the lock is granted.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert: the wait closes a ring of waits, and would never end.</exception>
    internal WaitScope BeginSuspension(FlowHold hold) =>
        BeginWait(ThreadFlows.Of(this), new AcquisitionRequest(hold.Lock, hold.Mode) { Site = hold.Site }, suspends: true);

    private static List<FlowHold> HoldsOf(ExecutionFlow flow)
    {
        var holds = new List<FlowHold>();
        for (int depth = 1; depth <= flow.HeldCount; depth++)
        {
            if (flow.At(depth).Hold is { IsHeld: true } hold)
            {
                holds.Add(hold);
            }
        }

        return holds;
    }
}

/// <summary>A wait in progress.</summary>
internal readonly struct WaitScope : IDisposable
{
    private readonly WaitGraph? _graph;
    private readonly WaitGraph.Waiter? _waiter;

    public WaitScope(WaitGraph graph, WaitGraph.Waiter waiter)
    {
        _graph = graph;
        _waiter = waiter;
    }

    public void Dispose() => _graph?.End(_waiter!);
}
