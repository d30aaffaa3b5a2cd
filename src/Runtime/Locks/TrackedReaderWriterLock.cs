using System.Runtime.CompilerServices;
using LockGraph.Core;

namespace LockGraph;

/// <summary><see cref="ReaderWriterLockSlim"/> with its order validated.</summary>
/// <remarks>
/// The members and exceptions of <see cref="ReaderWriterLockSlim"/>, under its names. Its readers queue behind waiting writers, so they are
/// ordered like writers. In mode Off it is the bare lock.
/// </remarks>
public sealed class TrackedReaderWriterLock : LockInstance, IDisposable
{

    private static readonly TrackedPrimitive _recursive = TrackedPrimitive.ReaderWriterLock with { Reentrant = true };

    private static readonly Action<(ReaderWriterLockSlim Lock, LockMode Mode)> _take = static wanted => Take(wanted.Lock, wanted.Mode);

    private readonly ReaderWriterLockSlim _lock;

    /// <summary>Makes a lock of a class; without one, of the member that holds it, or else of the place where it is made.</summary>
    /// <param name="class">The class, or <see langword="null"/>.</param>
    /// <param name="recursionPolicy">As for <see cref="ReaderWriterLockSlim(LockRecursionPolicy)"/>.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedReaderWriterLock(
        LockClass? @class = null,
        LockRecursionPolicy recursionPolicy = LockRecursionPolicy.NoRecursion,
        [CallerMemberName] string? member = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0)
        : base(PrimitiveOf(recursionPolicy), @class, null, member, file, line) => _lock = new ReaderWriterLockSlim(recursionPolicy);

    /// <summary>Makes a lock with a recursion policy, of the class of the member that holds it.</summary>
    /// <param name="recursionPolicy">As for <see cref="ReaderWriterLockSlim(LockRecursionPolicy)"/>.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedReaderWriterLock(
        LockRecursionPolicy recursionPolicy, [CallerMemberName] string? member = null, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(PrimitiveOf(recursionPolicy), null, null, member, file, line) => _lock = new ReaderWriterLockSlim(recursionPolicy);

    /// <summary>Makes a lock of a named class.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="recursionPolicy">As for <see cref="ReaderWriterLockSlim(LockRecursionPolicy)"/>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedReaderWriterLock(
        string name, LockRecursionPolicy recursionPolicy = LockRecursionPolicy.NoRecursion, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(PrimitiveOf(recursionPolicy), null, name, null, file, line) => _lock = new ReaderWriterLockSlim(recursionPolicy);

    /// <inheritdoc cref="ReaderWriterLockSlim.CurrentReadCount"/>
    public int CurrentReadCount => _lock.CurrentReadCount;

    /// <inheritdoc cref="ReaderWriterLockSlim.IsReadLockHeld"/>
    public bool IsReadLockHeld => _lock.IsReadLockHeld;

    /// <inheritdoc cref="ReaderWriterLockSlim.IsUpgradeableReadLockHeld"/>
    public bool IsUpgradeableReadLockHeld => _lock.IsUpgradeableReadLockHeld;

    /// <inheritdoc cref="ReaderWriterLockSlim.IsWriteLockHeld"/>
    public bool IsWriteLockHeld => _lock.IsWriteLockHeld;

    /// <inheritdoc cref="ReaderWriterLockSlim.RecursionPolicy"/>
    public LockRecursionPolicy RecursionPolicy => _lock.RecursionPolicy;

    /// <inheritdoc cref="ReaderWriterLockSlim.RecursiveReadCount"/>
    public int RecursiveReadCount => _lock.RecursiveReadCount;

    /// <inheritdoc cref="ReaderWriterLockSlim.RecursiveUpgradeCount"/>
    public int RecursiveUpgradeCount => _lock.RecursiveUpgradeCount;

    /// <inheritdoc cref="ReaderWriterLockSlim.RecursiveWriteCount"/>
    public int RecursiveWriteCount => _lock.RecursiveWriteCount;

    /// <inheritdoc cref="ReaderWriterLockSlim.WaitingReadCount"/>
    public int WaitingReadCount => _lock.WaitingReadCount;

    /// <inheritdoc cref="ReaderWriterLockSlim.WaitingUpgradeCount"/>
    public int WaitingUpgradeCount => _lock.WaitingUpgradeCount;

    /// <inheritdoc cref="ReaderWriterLockSlim.WaitingWriteCount"/>
    public int WaitingWriteCount => _lock.WaitingWriteCount;

    /// <inheritdoc cref="ReaderWriterLockSlim.EnterReadLock"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; the lock is not taken.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnterReadLock([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            _lock.EnterReadLock();
        }
        else if (ThreadFlows.Current is not { } flow || !flow.TryPushAgain(StampOf(LockMode.Read), file, line))
        {
            EnterAndTake(LockMode.Read, file, line);
        }
        else if (!_lock.TryEnterReadLock(0))
        {
            Contend((_lock, LockMode.Read), _take, LockMode.Read, file, line);
        }
    }

    /// <inheritdoc cref="ReaderWriterLockSlim.EnterWriteLock"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; the lock is not taken.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnterWriteLock([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            _lock.EnterWriteLock();
        }
        else if (ThreadFlows.Current is not { } flow || !flow.TryPushAgain(StampOf(LockMode.Write), file, line))
        {
            EnterAndTake(LockMode.Write, file, line);
        }
        else if (!_lock.TryEnterWriteLock(0))
        {
            Contend((_lock, LockMode.Write), _take, LockMode.Write, file, line);
        }
    }

    /// <inheritdoc cref="ReaderWriterLockSlim.EnterUpgradeableReadLock"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; the lock is not taken.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnterUpgradeableReadLock([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            _lock.EnterUpgradeableReadLock();
        }
        else if (ThreadFlows.Current is not { } flow || !flow.TryPushAgain(StampOf(LockMode.Upgrade), file, line))
        {
            EnterAndTake(LockMode.Upgrade, file, line);
        }
        else if (!_lock.TryEnterUpgradeableReadLock(0))
        {
            Contend((_lock, LockMode.Upgrade), _take, LockMode.Upgrade, file, line);
        }
    }

    /// <inheritdoc cref="ReaderWriterLockSlim.TryEnterReadLock(int)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryEnterReadLock(int millisecondsTimeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        TryEnter(LockMode.Read, Timeouts.FromMilliseconds(millisecondsTimeout), file, line);

    /// <inheritdoc cref="ReaderWriterLockSlim.TryEnterReadLock(TimeSpan)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryEnterReadLock(TimeSpan timeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        TryEnter(LockMode.Read, timeout, file, line);

    /// <inheritdoc cref="ReaderWriterLockSlim.TryEnterWriteLock(int)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryEnterWriteLock(int millisecondsTimeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        TryEnter(LockMode.Write, Timeouts.FromMilliseconds(millisecondsTimeout), file, line);

    /// <inheritdoc cref="ReaderWriterLockSlim.TryEnterWriteLock(TimeSpan)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryEnterWriteLock(TimeSpan timeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        TryEnter(LockMode.Write, timeout, file, line);

    /// <inheritdoc cref="ReaderWriterLockSlim.TryEnterUpgradeableReadLock(int)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryEnterUpgradeableReadLock(int millisecondsTimeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        TryEnter(LockMode.Upgrade, Timeouts.FromMilliseconds(millisecondsTimeout), file, line);

    /// <inheritdoc cref="ReaderWriterLockSlim.TryEnterUpgradeableReadLock(TimeSpan)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryEnterUpgradeableReadLock(TimeSpan timeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        TryEnter(LockMode.Upgrade, timeout, file, line);

    /// <inheritdoc cref="ReaderWriterLockSlim.ExitReadLock"/>
    /// <exception cref="SynchronizationLockException">The current thread does not hold the lock in read mode.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ExitReadLock()
    {
        if (!FrozenMode.IsOff)
        {
            LeaveHeld(StampOf(LockMode.Read), LockMode.Read);
        }

        _lock.ExitReadLock();
    }

    /// <inheritdoc cref="ReaderWriterLockSlim.ExitWriteLock"/>
    /// <exception cref="SynchronizationLockException">The current thread does not hold the lock in write mode.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ExitWriteLock()
    {
        if (!FrozenMode.IsOff)
        {
            LeaveHeld(StampOf(LockMode.Write), LockMode.Write);
        }

        _lock.ExitWriteLock();
    }

    /// <inheritdoc cref="ReaderWriterLockSlim.ExitUpgradeableReadLock"/>
    /// <exception cref="SynchronizationLockException">The current thread does not hold the lock in upgradeable mode.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ExitUpgradeableReadLock()
    {
        if (!FrozenMode.IsOff)
        {
            LeaveHeld(StampOf(LockMode.Upgrade), LockMode.Upgrade);
        }

        _lock.ExitUpgradeableReadLock();
    }

    /// <inheritdoc cref="ReaderWriterLockSlim.Dispose"/>
    /// <exception cref="SynchronizationLockException">The lock is held, or somebody waits for it.</exception>
    public void Dispose()
    {
        Validator?.Free(ThreadFlows.Of(Validator), this, primitiveRefuses: true);
        try
        {
            _lock.Dispose();
            MarkDisposed();
        }
        catch (SynchronizationLockException)
        {
            // It is used, and so lives on.
            MarkAlive();
            throw;
        }
    }

    private static TrackedPrimitive PrimitiveOf(LockRecursionPolicy policy) =>
        policy == LockRecursionPolicy.SupportsRecursion ? _recursive : TrackedPrimitive.ReaderWriterLock;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnterAndTake(LockMode mode, string? file, int line)
    {
        EnterSlowly(mode, file, line, primitiveRefuses: true);
        bool taken;
        try
        {
            taken = TryTake(mode, TimeSpan.Zero);
        }
        catch
        {
            Abandoned(mode);
            throw;
        }

        if (!taken)
        {
            Contend((_lock, mode), _take, mode, file, line);
        }
    }

    private bool TryEnter(LockMode mode, TimeSpan timeout, string? file, int line)
    {
        if (FrozenMode.IsOff)
        {
            return TryTake(mode, timeout);
        }

        timeout = Timeouts.Whole(timeout);
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            EnterAndTake(mode, file, line);
            return true;
        }

        EnterJudged(mode, Timeouts.KindOf(timeout), file, line, primitiveRefuses: true);
        try
        {
            return TryTake(mode, timeout) || Abandoned(mode);
        }
        catch
        {
            Abandoned(mode);
            throw;
        }
    }

    private bool TryTake(LockMode mode, TimeSpan timeout) => mode switch
    {
        LockMode.Write => _lock.TryEnterWriteLock(timeout),
        LockMode.Upgrade => _lock.TryEnterUpgradeableReadLock(timeout),
        _ => _lock.TryEnterReadLock(timeout),
    };

    private static void Take(ReaderWriterLockSlim @lock, LockMode mode)
    {
        switch (mode)
        {
            case LockMode.Write:
                @lock.EnterWriteLock();
                break;
            case LockMode.Upgrade:
                @lock.EnterUpgradeableReadLock();
                break;
            default:
                @lock.EnterReadLock();
                break;
        }
    }
}
