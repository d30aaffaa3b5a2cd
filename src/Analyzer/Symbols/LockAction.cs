using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What a call does to a lock.</summary>
internal enum LockActionKind
{
    Acquire,
    Release,

    /// <summary>Waits for the condition of a monitor: releases it, and takes it again.</summary>
    ConditionWait,

    /// <summary>Wakes who waits for the condition of a monitor.</summary>
    Pulse,

    /// <summary>Tells whether the lock is held.</summary>
    TestHeld,
}

/// <summary>How the caller learns that a try succeeded.</summary>
internal enum TryResult
{
    /// <summary>It cannot fail, or throws.</summary>
    Always,

    /// <summary>The call returns true.</summary>
    Returned,

    /// <summary>The call sets a flag that was passed by reference.</summary>
    Flag,
}

/// <summary>A call on a lock primitive.</summary>
internal sealed record LockAction(LockActionKind Kind, LockPrimitive Primitive)
{
    /// <summary>The lock: the receiver, or the argument of a static member; <see langword="null"/> for an implicit receiver.</summary>
    public IOperation? Target { get; init; }

    public LockMode Mode { get; init; }

    /// <summary>True for a release that ends whatever mode is held.</summary>
    public bool AnyMode { get; init; }

    public AcquisitionKind Waits { get; init; }

    public TryResult Result { get; init; }

    /// <summary>The flag of <see cref="TryResult.Flag"/>.</summary>
    public IOperation? Flag { get; init; }

    /// <summary>True when the value returned releases the lock as it is disposed.</summary>
    public bool GivesScope { get; init; }

    /// <summary>True when the wait can be cancelled: it may throw without having acquired.</summary>
    public bool Cancellable { get; init; }
}
