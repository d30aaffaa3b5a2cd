using LockGraph;

namespace Luo.Kernel;

/// <summary>The live object behind an FLB, such as the state of a bus. Using it after it was finished is a use after free.</summary>
internal sealed class FlbObject(string name)
{
    public string Name { get; } = name;

    public bool IsFreed { get; set; }
}

/// <summary>An object that lives as long as some file depends on it (<c>struct liveupdate_flb</c>): operations and private part.</summary>
internal abstract class Flb(string compatible)
{
    public string Compatible { get; } = compatible;

    public bool IsComplete { get; init; } = true;

    public FlbPrivate Private { get; } = new();

    /// <summary>Creates the outgoing object and says by which handle the next kernel finds it. Runs under the outgoing lock.</summary>
    public abstract int Preserve(out long handle, out FlbObject? created);

    public abstract void Unpreserve(long handle, FlbObject created);

    /// <summary>Creates the incoming object from its handle. Runs under the incoming lock.</summary>
    public abstract int Retrieve(long handle, out FlbObject? restored);

    public abstract void Finish(FlbObject restored);
}

/// <summary>The part of an FLB that LUO keeps.</summary>
internal sealed class FlbPrivate
{
    public OutgoingFlbState Outgoing { get; } = new();

    public IncomingFlbState Incoming { get; } = new();

    public bool IsInitialized { get; set; }

    /// <summary>Handlers that are linked to the FLB. Guarded by the register rwlock.</summary>
    public int Users { get; set; }
}

/// <summary>An FLB towards the next kernel.</summary>
internal sealed class OutgoingFlbState
{
    /// <summary>Held across the callbacks.</summary>
    [LockClass(LockNames.OutgoingFlb, Protects = "the outgoing state of one FLB, across its callbacks")]
    internal readonly TrackedMonitor Lock = new(reentrant: false);

    /// <summary>Files that depend on the object, and since V5 whoever got it.</summary>
    [GuardedBy(nameof(Lock))]
    public int Count { get; set; }

    [GuardedBy(nameof(Lock))]
    public long Handle { get; set; }

    [GuardedBy(nameof(Lock))]
    public FlbObject? Object { get; set; }
}

/// <summary>An FLB from the previous kernel.</summary>
internal sealed class IncomingFlbState
{
    /// <summary>Held across the callbacks.</summary>
    [LockClass(LockNames.IncomingFlb, Protects = "the incoming state of one FLB, across its callbacks")]
    internal readonly TrackedMonitor Lock = new(reentrant: false);

    [GuardedBy(nameof(Lock))]
    public int Count { get; set; }

    [GuardedBy(nameof(Lock))]
    public long Handle { get; set; }

    [GuardedBy(nameof(Lock))]
    public FlbObject? Object { get; set; }

    [GuardedBy(nameof(Lock))]
    public bool IsLoaded { get; set; }

    [GuardedBy(nameof(Lock))]
    public bool IsFinished { get; set; }

    /// <summary>V5: a failed retrieve is remembered.</summary>
    [GuardedBy(nameof(Lock))]
    public int RetrieveError { get; set; }
}
