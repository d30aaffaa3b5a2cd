namespace LockGraph.Core;

/// <summary>What was done wrong. One member per situation; the numbers of the rules stand in <see cref="ViolationKinds.RuleId"/>.</summary>
public enum ViolationKind
{
    /// <summary>Two classes are taken in both orders.</summary>
    Inversion,

    /// <summary>Three or more classes are taken in orders that form a ring.</summary>
    Cycle,

    /// <summary>A ring all of whose edges were taken under one common exclusive outer instance: it cannot deadlock while that stays so.</summary>
    Guarded,

    /// <summary>A class was taken under one that is declared to come after it.</summary>
    DeclaredOrder,

    /// <summary>Two classes of a strict hierarchy were nested, and the declaration says nothing of it.</summary>
    UndeclaredNesting,

    /// <summary>A second instance of a held class was taken, and neither rank, order key nor nest lock says which comes first.</summary>
    InvalidNesting,

    /// <summary>The lock that is said to serialize a class is not held.</summary>
    NestLockNotHeld,

    /// <summary>The holder asks again for an instance that does not allow it, or in a mode that waits for itself.</summary>
    Recursion,

    /// <summary>The flow holds more locks than its limit.</summary>
    HeldLimit,

    /// <summary>The flow holds more locks of one class than the class allows.</summary>
    ClassHeldLimit,

    /// <summary>A lock that may block was asked for inside one that must not.</summary>
    WaitType,

    /// <summary>The flow was suspended while its thread held a thread-owned lock.</summary>
    AwaitUnderLock,

    /// <summary>The thread waited for something that is no lock while it held one.</summary>
    BlockingWait,

    /// <summary>A condition was waited for or pulsed without its monitor, or waited for while other locks are held.</summary>
    ConditionWait,

    /// <summary>A lock was released that the flow does not hold, or not in that mode.</summary>
    BadRelease,

    /// <summary>A thread, work item or test ended with locks held.</summary>
    Leak,

    /// <summary>A held lock was disposed, freed or replaced.</summary>
    HeldFreed,

    /// <summary>A held lock was initialised again.</summary>
    HeldReinitialized,

    /// <summary>A lock was taken after it was freed.</summary>
    UseAfterFree,

    /// <summary>Code asserted that it holds a lock, and it does not.</summary>
    NotHeld,

    /// <summary>Code asserted that it does not hold a lock, and it does.</summary>
    HeldWhenExcluded,

    /// <summary>Threads wait for each other now.</summary>
    LiveDeadlock,
}
