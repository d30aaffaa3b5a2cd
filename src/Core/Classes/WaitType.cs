namespace LockGraph.Core;

/// <summary>How a requester of a lock waits. Inside a lock of one wait type only locks of the same or a lower one may be requested by blocking.</summary>
/// <remarks>The order of the members is the rule. Source: Linux <c>lockdep_types.h</c>, <c>lockdep_wait_type</c>.</remarks>
public enum WaitType : byte
{
    /// <summary>Never waits; not checked.</summary>
    Free = 0,

    /// <summary>Burns the processor until the lock is free.</summary>
    Spin = 1,

    /// <summary>Spins on some platforms and blocks on others (the kernel's <c>spinlock_t</c>).</summary>
    SpinOrBlock = 2,

    /// <summary>Blocks the thread.</summary>
    Block = 3,

    /// <summary>Suspends the logical flow and gives the thread back.</summary>
    Async = 4,
}
