using LockGraph.Core;

namespace LockGraph;

/// <content>Waiting for a lock that somebody else has.</content>
public sealed partial class LockOrderValidator
{
    /// <summary>Tells that the flow, which has entered the lock as its newest, is about to block on it; dispose when it has woken.</summary>
    /// <param name="flow">Who waits.</param>
    /// <param name="request">For what.</param>
    /// <param name="isEntered">True when the lock is already the newest entry of the flow.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the wait closes a ring of waits, and would never end.</exception>
    internal WaitScope BeginWait(ExecutionFlow flow, in AcquisitionRequest request, bool isEntered = true)
    {
        LockWait wait;
        WaitGraph.Waiter waiter;
        IReadOnlyList<LockWait> ring;
        try
        {
            List<HeldLock> held = HeldStack.Describe(flow, _stacks, isEntered ? flow.HeldCount - 1 : flow.HeldCount);
            wait = new LockWait(flow.Name, HeldStack.Describe(in request, _stacks), held) { Stack = _stacks.Current() };
            waiter = _waits.Begin(wait, out ring);
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
