using System.Runtime.CompilerServices;
using LockGraph.Core;

namespace LockGraph;

/// <summary><see cref="SemaphoreSlim"/> with its order validated.</summary>
/// <remarks>
/// The members and exceptions of <see cref="SemaphoreSlim"/>, under its names. Made with one free slot it is a lock, held by the logical flow
/// that took it, across awaits and thread hops; any flow may release it, as the BCL allows. Made with another count it excludes nobody, and
/// only a blocking wait under a lock is noted. In mode Off it is the bare semaphore.
/// </remarks>
public sealed class TrackedSemaphore : LockInstance, IDisposable
{
    // The semaphore of some runtimes waits longer than others do; where it does not, it refuses for itself.
    private const long _longest = long.MaxValue;

    private readonly SemaphoreSlim _semaphore;
    private readonly bool _refusesOverRelease;
    private readonly bool _isLock;
    private readonly FlowOwnedLocks.Watch? _watch;

    /// <summary>Makes a semaphore of a class; without one, of the member that holds it, or else of the place where it is made.</summary>
    /// <param name="class">The class, or <see langword="null"/>.</param>
    /// <param name="initialCount">Free slots at the start; 1 makes a lock.</param>
    /// <param name="maxCount">The most slots.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedSemaphore(
        LockClass? @class = null,
        int initialCount = 1,
        int maxCount = int.MaxValue,
        [CallerMemberName] string? member = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0)
        : base(TrackedPrimitive.Semaphore, @class, null, member, file, line)
    {
        _semaphore = new SemaphoreSlim(initialCount, maxCount);
        _refusesOverRelease = maxCount == 1;
        _isLock = initialCount == 1 && !FrozenMode.IsOff;
        _watch = _isLock ? Validator.Watch(this) : null;
    }

    /// <summary>Makes a semaphore of the class of the member that holds it.</summary>
    /// <param name="initialCount">Free slots at the start; 1 makes a lock.</param>
    /// <param name="maxCount">The most slots.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedSemaphore(
        int initialCount,
        int maxCount = int.MaxValue,
        [CallerMemberName] string? member = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0)
        : this((LockClass?)null, initialCount, maxCount, member, file, line)
    {
    }

    /// <summary>Makes a semaphore of a named class.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="initialCount">Free slots at the start; 1 makes a lock.</param>
    /// <param name="maxCount">The most slots.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedSemaphore(
        string name,
        int initialCount = 1,
        int maxCount = int.MaxValue,
        [CallerMemberName] string? member = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0)
        : this(new LockClass(name), initialCount, maxCount, member, file, line)
    {
    }

    /// <inheritdoc cref="SemaphoreSlim.CurrentCount"/>
    public int CurrentCount => _semaphore.CurrentCount;

    /// <inheritdoc cref="SemaphoreSlim.AvailableWaitHandle"/>
    public WaitHandle AvailableWaitHandle => _semaphore.AvailableWaitHandle;

    /// <inheritdoc cref="SemaphoreSlim.Wait()"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; nothing is taken.</exception>
    public void Wait([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            _semaphore.Wait();
            return;
        }

        Wait(Timeout.InfiniteTimeSpan, CancellationToken.None, file, line);
    }

    /// <inheritdoc cref="SemaphoreSlim.Wait(CancellationToken)"/>
    /// <param name="cancellationToken">Ends the wait early; the wait is judged like any other that may last for ever.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public void Wait(CancellationToken cancellationToken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        Wait(Timeout.InfiniteTimeSpan, cancellationToken, file, line);

    /// <inheritdoc cref="SemaphoreSlim.Wait(int)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool Wait(int millisecondsTimeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        Wait(Timeouts.FromMilliseconds(millisecondsTimeout), CancellationToken.None, file, line);

    /// <inheritdoc cref="SemaphoreSlim.Wait(int, CancellationToken)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool Wait(int millisecondsTimeout, CancellationToken cancellationToken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        Wait(Timeouts.FromMilliseconds(millisecondsTimeout), cancellationToken, file, line);

    /// <inheritdoc cref="SemaphoreSlim.Wait(TimeSpan)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool Wait(TimeSpan timeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        Wait(timeout, CancellationToken.None, file, line);

    /// <inheritdoc cref="SemaphoreSlim.Wait(TimeSpan, CancellationToken)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (!_isLock)
        {
            NoteBlockingWait(timeout, file, line);
            return _semaphore.Wait(timeout, cancellationToken);
        }

        timeout = Timeouts.Whole(timeout, _longest);
        if (!IsFreed)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        AcquisitionKind kind = Timeouts.KindOf(timeout);
        FlowHold hold = Validator.Noted(BeginHold(kind, file, line));
        if (TryGrant(hold, _semaphore))
        {
            return true;
        }

        return WaitForGrant(hold, kind, () => _semaphore.Wait(timeout, cancellationToken));
    }

    /// <inheritdoc cref="SemaphoreSlim.WaitAsync()"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; nothing is taken. Thrown at once, not through the task.</exception>
    public Task WaitAsync([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        FrozenMode.IsOff ? _semaphore.WaitAsync() : WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None, file, line);

    /// <inheritdoc cref="SemaphoreSlim.WaitAsync(CancellationToken)"/>
    /// <param name="cancellationToken">Ends the wait early; the wait is judged like any other that may last for ever.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Task WaitAsync(CancellationToken cancellationToken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken, file, line);

    /// <inheritdoc cref="SemaphoreSlim.WaitAsync(int)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Task<bool> WaitAsync(int millisecondsTimeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        WaitAsync(Timeouts.FromMilliseconds(millisecondsTimeout), CancellationToken.None, file, line);

    /// <inheritdoc cref="SemaphoreSlim.WaitAsync(int, CancellationToken)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Task<bool> WaitAsync(
        int millisecondsTimeout, CancellationToken cancellationToken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        WaitAsync(Timeouts.FromMilliseconds(millisecondsTimeout), cancellationToken, file, line);

    /// <inheritdoc cref="SemaphoreSlim.WaitAsync(TimeSpan)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Task<bool> WaitAsync(TimeSpan timeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        WaitAsync(timeout, CancellationToken.None, file, line);

    /// <inheritdoc cref="SemaphoreSlim.WaitAsync(TimeSpan, CancellationToken)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Task<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (!_isLock)
        {
            return _semaphore.WaitAsync(timeout, cancellationToken);
        }

        timeout = Timeouts.Whole(timeout, _longest);
        if (cancellationToken.IsCancellationRequested && !IsFreed)
        {
            return Task.FromCanceled<bool>(cancellationToken);
        }

        // Not an async method: the hold must be written into the caller's context, which an async method would restore on its way out.
        AcquisitionKind kind = Timeouts.KindOf(timeout);
        FlowHold hold = Validator.Noted(BeginHold(kind, file, line));
        if (TryGrant(hold, _semaphore))
        {
            return Task.FromResult(true);
        }

        WaitScope scope = default;
        try
        {
            scope = kind == AcquisitionKind.Blocking ? Validator.BeginSuspension(hold) : default;
            return WaitForGrantAsync(hold, scope, _semaphore.WaitAsync(timeout, cancellationToken));
        }
        catch
        {
            scope.Dispose();
            Refuse(hold);
            throw;
        }
    }

    /// <inheritdoc cref="SemaphoreSlim.Release()"/>
    /// <exception cref="SemaphoreFullException">The semaphore is full.</exception>
    /// <exception cref="LockOrderViolationException">Mode Assert: nobody holds the lock, and the semaphore itself would not refuse.</exception>
    public int Release() => FrozenMode.IsOff ? _semaphore.Release() : Release(1);

    /// <inheritdoc cref="SemaphoreSlim.Release(int)"/>
    /// <param name="releaseCount">How many slots to free.</param>
    /// <exception cref="SemaphoreFullException">The semaphore is full.</exception>
    /// <exception cref="LockOrderViolationException">Mode Assert: nobody holds the lock, and the semaphore itself would not refuse.</exception>
    public int Release(int releaseCount)
    {
        if (_isLock && releaseCount > 0 && (!EndHold(hold: null) || releaseCount > 1))
        {
            ReportBadRelease(detail: null, _refusesOverRelease);
        }

        return _semaphore.Release(releaseCount);
    }

    /// <inheritdoc cref="SemaphoreSlim.Dispose()"/>
    /// <exception cref="LockOrderViolationException">Mode Assert: somebody holds the lock.</exception>
    public void Dispose()
    {
        Validator?.Free(ThreadFlows.Of(Validator), this);
        _semaphore.Dispose();
        MarkDisposed();
        _watch?.Dispose();
    }

    private void NoteBlockingWait(TimeSpan timeout, string? file, int line)
    {
        if (!FrozenMode.IsOff && timeout != TimeSpan.Zero && _semaphore.CurrentCount == 0)
        {
            Validator.NoteBlockingWait(ThreadFlows.Of(Validator), this, new AcquisitionSite(file, line));
        }
    }
}
