using LockGraph.Core;

namespace LockGraph;

/// <summary>What is asked of the validator before a lock is taken.</summary>
public readonly struct AcquisitionRequest
{
    /// <summary>Asks for a lock.</summary>
    public AcquisitionRequest(LockInstance @lock, LockMode mode = LockMode.Write, AcquisitionKind kind = AcquisitionKind.Blocking)
    {
        Lock = @lock ?? throw new ArgumentNullException(nameof(@lock));
        Mode = mode;
        Kind = kind;
    }

    /// <summary>The lock.</summary>
    public LockInstance Lock { get; }

    /// <summary>The mode.</summary>
    public LockMode Mode { get; }

    /// <summary>Blocking, try, or timed.</summary>
    public AcquisitionKind Kind { get; }

    /// <summary>Where in the source.</summary>
    public AcquisitionSite Site { get; init; }

    /// <summary>The nest lock claimed by this acquisition, where it is not the one of the instance.</summary>
    public LockInstance? NestLock { get; init; }

    /// <summary>The wait type of this acquisition, where it is not the one of the class.</summary>
    public WaitType? WaitType { get; init; }

    /// <summary>Whether this acquisition may repeat a hold, where that is not decided by the class; false also when it is no upgrade either.</summary>
    public bool? Reentrant { get; init; }

    /// <summary>True when the primitive itself refuses this misuse with an exception of its own: the violation is recorded and not thrown.</summary>
    internal bool PrimitiveRefuses { get; init; }

    internal bool HasOptions => NestLock is not null || WaitType is not null || Reentrant is not null;
}
