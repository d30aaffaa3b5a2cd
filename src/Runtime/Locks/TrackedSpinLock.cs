using System.Runtime.CompilerServices;
using LockGraph.Core;

namespace LockGraph;

/// <summary><see cref="SpinLock"/> with its order validated. A class, so that it cannot be copied by accident.</summary>
/// <remarks>
/// The members and exceptions of <see cref="SpinLock"/>, under its names. A lock that blocks may not be asked for while it is held.
/// In mode Off it is the bare spin lock.
/// </remarks>
public sealed class TrackedSpinLock : LockInstance
{
    private readonly bool _tracksOwner;

    // Not readonly: a readonly SpinLock is copied on every call.
    private SpinLock _lock;

    /// <summary>Makes a spin lock of a class; without one, of the member that holds it, or else of the place where it is made.</summary>
    /// <param name="class">The class, or <see langword="null"/>.</param>
    /// <param name="enableThreadOwnerTracking">As for <see cref="SpinLock(bool)"/>.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedSpinLock(
        LockClass? @class = null,
        bool enableThreadOwnerTracking = true,
        [CallerMemberName] string? member = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0)
        : base(TrackedPrimitive.SpinLock, @class, null, member, file, line)
    {
        _tracksOwner = enableThreadOwnerTracking;
        _lock = new SpinLock(enableThreadOwnerTracking);
    }

    /// <summary>Makes a spin lock of a named class.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="enableThreadOwnerTracking">As for <see cref="SpinLock(bool)"/>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedSpinLock(string name, bool enableThreadOwnerTracking = true, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(TrackedPrimitive.SpinLock, null, name, null, file, line)
    {
        _tracksOwner = enableThreadOwnerTracking;
        _lock = new SpinLock(enableThreadOwnerTracking);
    }

    /// <inheritdoc cref="SpinLock.IsHeld"/>
    public bool IsHeld => _lock.IsHeld;

    /// <inheritdoc cref="SpinLock.IsHeldByCurrentThread"/>
    public bool IsHeldByCurrentThread => _lock.IsHeldByCurrentThread;

    /// <inheritdoc cref="SpinLock.IsThreadOwnerTrackingEnabled"/>
    public bool IsThreadOwnerTrackingEnabled => _lock.IsThreadOwnerTrackingEnabled;

    /// <inheritdoc cref="SpinLock.Enter(ref bool)"/>
    /// <param name="lockTaken">Must be false; true once the lock is taken.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException"><paramref name="lockTaken"/> is true.</exception>
    /// <exception cref="LockRecursionException">The current thread holds the lock, and owners are tracked.</exception>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; the lock is not taken.</exception>
    public void Enter(ref bool lockTaken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff || lockTaken)
        {
            _lock.Enter(ref lockTaken);
            return;
        }

        ExecutionFlow? flow = ThreadFlows.Current;
        if (flow is null || !flow.TryPushAgain(WriteStamp, file, line))
        {
            EnterSlowly(LockMode.Write, file, line, primitiveRefuses: _tracksOwner);
        }

        try
        {
            _lock.TryEnter(ref lockTaken);
        }
        catch
        {
            Abandoned(LockMode.Write);
            throw;
        }

        if (!lockTaken)
        {
            Contend(this, static owner => owner.Spin(), LockMode.Write, file, line);
            lockTaken = true;
        }
    }

    /// <inheritdoc cref="SpinLock.TryEnter(ref bool)"/>
    /// <param name="lockTaken">Must be false; true when the lock was taken.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void TryEnter(ref bool lockTaken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        TryEnter(TimeSpan.Zero, ref lockTaken, file, line);

    /// <inheritdoc cref="SpinLock.TryEnter(int, ref bool)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="lockTaken">Must be false; true when the lock was taken.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void TryEnter(int millisecondsTimeout, ref bool lockTaken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        TryEnter(Timeouts.FromMilliseconds(millisecondsTimeout), ref lockTaken, file, line);

    /// <inheritdoc cref="SpinLock.TryEnter(TimeSpan, ref bool)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="lockTaken">Must be false; true when the lock was taken.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void TryEnter(TimeSpan timeout, ref bool lockTaken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff || lockTaken)
        {
            _lock.TryEnter(timeout, ref lockTaken);
            return;
        }

        timeout = Timeouts.Whole(timeout);
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            Enter(ref lockTaken, file, line);
            return;
        }

        EnterJudged(LockMode.Write, Timeouts.KindOf(timeout), file, line, primitiveRefuses: _tracksOwner);
        try
        {
            _lock.TryEnter(timeout, ref lockTaken);
        }
        finally
        {
            if (!lockTaken)
            {
                Abandoned(LockMode.Write);
            }
        }
    }

    /// <inheritdoc cref="SpinLock.Exit()"/>
    /// <exception cref="SynchronizationLockException">The current thread does not hold the lock, and owners are tracked.</exception>
    public void Exit() => Exit(useMemoryBarrier: true);

    /// <inheritdoc cref="SpinLock.Exit(bool)"/>
    /// <param name="useMemoryBarrier">Whether the release is published at once.</param>
    /// <exception cref="SynchronizationLockException">The current thread does not hold the lock, and owners are tracked.</exception>
    public void Exit(bool useMemoryBarrier)
    {
        if (!FrozenMode.IsOff)
        {
            LeaveHeld(WriteStamp, LockMode.Write, primitiveRefuses: _tracksOwner);
        }

        _lock.Exit(useMemoryBarrier);
    }

    private void Spin()
    {
        bool taken = false;
        _lock.Enter(ref taken);
    }
}
