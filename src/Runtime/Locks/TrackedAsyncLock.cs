using System.Runtime.CompilerServices;
using LockGraph.Core;

namespace LockGraph;

/// <summary>A mutual-exclusion lock held by a logical flow, across awaits and thread hops. Not reentrant.</summary>
/// <remarks>
/// A <see cref="SemaphoreSlim"/> of one slot with the discipline of a lock: what was locked is released through its
/// <see cref="Releaser"/>, and a child flow that inherited the hold may not release it. In mode Off it is the bare semaphore.
/// </remarks>
public sealed class TrackedAsyncLock : LockInstance, IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);
    private readonly FlowOwnedLocks.Watch? _watch;

    /// <summary>Makes a lock of a class; without one, of the member that holds it, or else of the place where it is made.</summary>
    /// <param name="class">The class, or <see langword="null"/>.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedAsyncLock(LockClass? @class = null, [CallerMemberName] string? member = null, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(TrackedPrimitive.AsyncLock, @class, null, member, file, line)
    {
        _watch = Validator?.Watch(this);
    }

    /// <summary>Makes a lock of a named class.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedAsyncLock(string name, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(TrackedPrimitive.AsyncLock, null, name, null, file, line)
    {
        _watch = Validator?.Watch(this);
    }

    /// <summary>Takes the lock, suspending the flow until it is free.</summary>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; nothing is taken. Thrown at once, not through the task.</exception>
    public Task<Releaser> LockAsync(CancellationToken cancellationToken = default, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            return ReleaserAfter(_semaphore.WaitAsync(cancellationToken), null);
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<Releaser>(cancellationToken);
        }

        // Not an async method: the hold must be written into the caller's context, which an async method would restore on its way out.
        FlowHold hold = Validator.Noted(BeginHold(AcquisitionKind.Blocking, file, line));
        if (TryGrant(hold, _semaphore))
        {
            return Task.FromResult(new Releaser(this, hold));
        }

        WaitScope scope = default;
        try
        {
            scope = Validator.BeginSuspension(hold);
            return ReleaserAfter(WaitForGrantAsync(hold, scope, _semaphore.WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken)), hold);
        }
        catch
        {
            scope.Dispose();
            Refuse(hold);
            throw;
        }
    }

    /// <summary>Takes the lock, blocking the thread until it is free.</summary>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; nothing is taken.</exception>
    public Releaser Lock(CancellationToken cancellationToken = default, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            _semaphore.Wait(cancellationToken);
            return new Releaser(this, null);
        }

        cancellationToken.ThrowIfCancellationRequested();
        FlowHold hold = Validator.Noted(BeginHold(AcquisitionKind.Blocking, file, line));
        if (!TryGrant(hold, _semaphore))
        {
            WaitForGrant(hold, AcquisitionKind.Blocking, () => _semaphore.Wait(Timeout.InfiniteTimeSpan, cancellationToken));
        }

        return new Releaser(this, hold);
    }

    /// <summary>Takes the lock if it is free now.</summary>
    /// <param name="releaser">Releases the lock, when the result is true.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryLock(out Releaser releaser, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        FlowHold? hold = FrozenMode.IsOff ? null : Validator.Noted(BeginHold(AcquisitionKind.Try, file, line));
        bool taken = hold is null ? _semaphore.Wait(0, CancellationToken.None) : TryGrant(hold, _semaphore);
        if (hold is not null && !taken)
        {
            Refuse(hold);
        }

        releaser = taken ? new Releaser(this, hold) : default;
        return taken;
    }

    /// <summary>Ends the life of the lock.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert: somebody holds it.</exception>
    public void Dispose()
    {
        Validator?.Free(ThreadFlows.Of(Validator), this);
        _semaphore.Dispose();
        MarkDisposed();
        _watch?.Dispose();
    }

    private async Task<Releaser> ReleaserAfter(Task wait, FlowHold? hold)
    {
        await wait.ConfigureAwait(false);
        return new Releaser(this, hold);
    }

    private void Release(FlowHold? hold)
    {
        if (hold is not null)
        {
            if (hold.IsInAnotherTask && Validator.IsChildOf(hold))
            {
                ReportBadRelease("a child flow may not release what its parent took", primitiveRefuses: false);
            }

            if (!EndHold(hold))
            {
                ReportBadRelease("it was released already", primitiveRefuses: true);
            }
        }

        _semaphore.Release();
    }

    /// <summary>Releases the lock when disposed, once.</summary>
    public readonly struct Releaser : IDisposable
    {
        private readonly TrackedAsyncLock? _owner;
        private readonly FlowHold? _hold;

        internal Releaser(TrackedAsyncLock owner, FlowHold? hold)
        {
            _owner = owner;
            _hold = hold;
        }

        /// <summary>Releases the lock.</summary>
        /// <exception cref="SemaphoreFullException">It was released already.</exception>
        public void Dispose() => _owner?.Release(_hold);
    }
}
