using LockGraph.Core;

namespace LockGraph;

/// <summary>A lock held by a logical flow. What it is at the moment is shared, so that a release is seen wherever the hold went.</summary>
internal sealed class FlowHold
{
    private int _state;

    public FlowHold(LockInstance lockInstance, LockMode mode, AcquisitionSite site)
    {
        Lock = lockInstance;
        Mode = mode;
        Site = site;
        Task = System.Threading.Tasks.Task.CurrentId;
    }

    public LockInstance Lock { get; }

    public LockMode Mode { get; }

    public AcquisitionSite Site { get; }

    /// <summary>The task whose body asked, if one did.</summary>
    public int? Task { get; }

    /// <summary>
    /// True inside the body of another task than the one that asked. A continuation has no task of its own, so this is a child that runs
    /// beside the flow, or a continuation that a synchronization context runs in a task of its own (as xunit 2 does).
    /// </summary>
    public bool IsInAnotherTask =>
        System.Threading.Tasks.Task.CurrentId is { } here && here != Task && TaskScheduler.Current == TaskScheduler.Default;

    /// <summary>True from the moment the lock was granted until it is released.</summary>
    public bool IsHeld => Volatile.Read(ref _state) == 1;

    public bool IsOver => Volatile.Read(ref _state) == 2;

    public bool IsTerminal { get; set; }

    public void Grant() => Interlocked.CompareExchange(ref _state, 1, 0);

    /// <summary>Ends the hold, or the wait for it; true for the one who ends it.</summary>
    public bool End() => Interlocked.Exchange(ref _state, 2) != 2;
}

/// <summary>The holds of a flow, from the newest to the oldest; travels with the <c>ExecutionContext</c>.</summary>
/// <remarks>Immutable: a child that inherits the list cannot change its parent's.</remarks>
internal sealed record FlowHoldLink(FlowHold Hold, FlowHoldLink? Outer);
