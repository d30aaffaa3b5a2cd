using LockGraph.Core;

namespace LockGraph;

/// <summary>A lock held by a logical flow. The list from the newest to the oldest travels with the <c>ExecutionContext</c>.</summary>
/// <remarks>
/// The links never change, so a child that inherits the list cannot change its parent's; what a hold is at the moment is shared, so that a
/// release is seen wherever the list went.
/// </remarks>
internal sealed class FlowHold
{
    private int _state;

    public FlowHold(LockInstance lockInstance, LockMode mode, AcquisitionSite site, FlowHold? outer)
    {
        Lock = lockInstance;
        Mode = mode;
        Site = site;
        Outer = outer;
        Task = System.Threading.Tasks.Task.CurrentId;
    }

    public LockInstance Lock { get; }

    public LockMode Mode { get; }

    public AcquisitionSite Site { get; }

    public FlowHold? Outer { get; }

    /// <summary>The task that asked; a release inside another task body is a child's.</summary>
    public int? Task { get; }

    /// <summary>True from the moment the lock was granted until it is released.</summary>
    public bool IsHeld => Volatile.Read(ref _state) == 1;

    public bool IsOver => Volatile.Read(ref _state) == 2;

    public bool IsTerminal { get; set; }

    public void Grant() => Interlocked.CompareExchange(ref _state, 1, 0);

    /// <summary>Ends the hold, or the wait for it; true for the one who ends it.</summary>
    public bool End() => Interlocked.Exchange(ref _state, 2) != 2;
}
