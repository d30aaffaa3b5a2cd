using LockGraph.Core;

namespace LockGraph;

/// <content>What is left held when somebody ends: a thread, a work item, a logical flow, the process.</content>
public sealed partial class LockOrderValidator
{
    private readonly FlowOwnedLocks _flowOwned = new();
    private readonly AsyncLocal<WorkItem?> _workItem = new();
    private bool _hasWorkItems;

    /// <summary>
    /// Marks the beginning of a work item on the current thread; what it leaves held when the scope is disposed is a leak. It flows into new
    /// threads and tasks, and what flows hold that it started counts as its own. What a thread owns counts when the scope is disposed on the
    /// thread that began it.
    /// </summary>
    /// <param name="name">The name in reports.</param>
    public IDisposable BeginWorkItem(string name)
    {
        var item = new WorkItem(this, ThreadFlows.Of(this), name, _workItem.Value);
        Volatile.Write(ref _hasWorkItems, true);
        _workItem.Value = item;
        return item;
    }

    /// <summary>
    /// Looks for threads that ended with locks held, and for locks that logical flows still hold. To be called when the work is done: a flow that
    /// is suspended, or runs on a thread of the pool, cannot be told from one that ended. Also done when the process ends.
    /// </summary>
    /// <exception cref="LockOrderViolationException">Mode Assert: there is one. All were recorded.</exception>
    public void CheckForLeaks()
    {
        List<Violation> leaks = [];
        foreach (ExecutionFlow flow in ThreadFlowsSnapshot())
        {
            if (flow.HeldCount > 0 && !flow.Thread!.IsAlive)
            {
                leaks.AddRange(Contained(() => LeaksOf(flow, flow.Name, above: 0)) ?? []);
            }
        }

        leaks.AddRange(Contained(() => LeaksOf(LeftHolds(), "An asynchronous flow")) ?? []);
        Deliver(ThreadFlows.Of(this), leaks, primitiveRefuses: false);
    }

    /// <summary>Watches a lock that logical flows own.</summary>
    internal FlowOwnedLocks.Watch Watch(LockInstance lockInstance) => _flowOwned.Add(lockInstance);

    /// <summary>Notes a hold of a logical flow for the work item that it belongs to, if there is one.</summary>
    internal FlowHold Noted(FlowHold hold)
    {
        // Nearly no program has work items, and then nothing is asked of the context.
        if (Volatile.Read(ref _hasWorkItems))
        {
            _workItem.Value?.Note(hold);
        }

        return hold;
    }

    internal void EndWorkItem(WorkItem item, List<FlowHold> holds)
    {
        if (ReferenceEquals(_workItem.Value, item))
        {
            _workItem.Value = item.Outer;
        }

        // The stack of another thread is that thread's to read; it may be about other work by now.
        ExecutionFlow here = ThreadFlows.Of(this);
        List<Violation> leaks = [];
        if (ReferenceEquals(here, item.Flow))
        {
            leaks.AddRange(Contained(() => LeaksOf(here, item.Name, item.Above)) ?? []);
        }

        leaks.AddRange(Contained(() => LeaksOf(holds.Where(FlowOwnedLocks.IsOpen), item.Name)) ?? []);
        Deliver(here, leaks, primitiveRefuses: false);
    }

    private List<Violation> LeaksOf(ExecutionFlow flow, string owner, int above)
    {
        HeldStack.Purge(flow);
        var leaks = new List<Violation>();
        List<HeldLock> held = HeldStack.Describe(flow, _stacks);
        foreach (HeldLock entry in held.Skip(above).Where(entry => !entry.IsTerminal && !entry.Acquisition.Class.IsPseudo))
        {
            if (_told.Add(flow, entry.Acquisition.Instance, entry.Acquisition.Site))
            {
                leaks.Add(new Violation(ViolationKind.Leak, flow.Name, entry.Acquisition, held) { Detail = owner });
            }
        }

        return leaks;
    }

    private List<Violation> LeaksOf(IEnumerable<FlowHold> holds, string owner)
    {
        var leaks = new List<Violation>();
        foreach (FlowHold hold in holds)
        {
            Acquisition taken = Described(hold.Lock, hold.Mode, hold.Site);
            leaks.Add(new Violation(ViolationKind.Leak, "an asynchronous flow", taken, [new HeldLock(taken)]) { Detail = owner });
        }

        return leaks;
    }

    // What a living thread runs now is not left, and neither is what a flow holds that waits for a lock.
    private IEnumerable<FlowHold> LeftHolds()
    {
        ExecutionFlow here = ThreadFlows.Of(this);
        ExecutionFlow[] running = [.. ThreadFlowsSnapshot().Where(flow => ReferenceEquals(flow, here) || HasItsOwnLife(flow.Thread!))];
        HashSet<long> waiting = [.. CurrentWaits().SelectMany(wait => wait.Held).Select(entry => entry.Acquisition.Instance)];
        return _flowOwned.OpenHolds()
            .Where(hold => !waiting.Contains(hold.Lock.Id) && !Array.Exists(running, flow => HeldStack.Holds(flow, hold.Lock)));
    }

    // A flow that ended a moment ago is still on the stack of the pool's thread, until that has found its way out; whoever awaited the flow
    // goes on before.
    private static bool HasItsOwnLife(Thread thread)
    {
        try
        {
            return thread.IsAlive && !thread.IsThreadPoolThread;
        }
        catch (ThreadStateException)
        {
            // It ended in between.
            return false;
        }
    }
}
