#if NET9_0_OR_GREATER
using System.Runtime.CompilerServices;
using LockGraph.Core;

namespace LockGraph;

/// <summary><see cref="System.Threading.Lock"/> with its order validated.</summary>
/// <remarks>
/// The members and exceptions of <see cref="System.Threading.Lock"/>, under its names. Not for a <c>lock</c> statement: that takes the
/// object's monitor; write <c>using (gate.EnterScope())</c>. In mode Off it is the bare lock. In steady state it allocates nothing, and
/// writes nothing that another thread reads but the lock itself.
/// </remarks>
public sealed class TrackedLock : LockInstance
{
    private readonly Lock _lock = new();

    /// <summary>Makes a lock of a class; without one, of the member that holds it, or else of the place where it is made.</summary>
    /// <param name="class">The class, or <see langword="null"/>.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedLock(LockClass? @class = null, [CallerMemberName] string? member = null, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(TrackedPrimitive.Lock, @class, null, member, file, line)
    {
    }

    /// <summary>Makes a lock of a named class.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedLock(string name, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(TrackedPrimitive.Lock, null, name, null, file, line)
    {
    }

    /// <inheritdoc cref="System.Threading.Lock.IsHeldByCurrentThread"/>
    public bool IsHeldByCurrentThread => _lock.IsHeldByCurrentThread;

    /// <inheritdoc cref="System.Threading.Lock.Enter"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; the lock is not taken.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            _lock.Enter();
            return;
        }

        EnterHeld(file, line);
    }

    /// <inheritdoc cref="System.Threading.Lock.EnterScope"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; the lock is not taken.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scope EnterScope([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            return new Scope(_lock.EnterScope());
        }

        return new Scope(this, EnterHeld(file, line));
    }

    /// <inheritdoc cref="System.Threading.Lock.TryEnter()"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryEnter([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            return _lock.TryEnter();
        }

        EnterJudged(LockMode.Write, AcquisitionKind.Try, file, line);
        return _lock.TryEnter() || Abandoned(LockMode.Write);
    }

    /// <inheritdoc cref="System.Threading.Lock.TryEnter(int)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever, and then is judged like <see cref="Enter"/>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryEnter(int millisecondsTimeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        TryEnter(Timeouts.FromMilliseconds(millisecondsTimeout), file, line);

    /// <inheritdoc cref="System.Threading.Lock.TryEnter(TimeSpan)"/>
    /// <param name="timeout">How long to wait; infinite is judged like <see cref="Enter"/>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryEnter(TimeSpan timeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            return _lock.TryEnter(timeout);
        }

        timeout = Timeouts.Whole(timeout);
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            Enter(file, line);
            return true;
        }

        EnterJudged(LockMode.Write, Timeouts.KindOf(timeout), file, line);
        return _lock.TryEnter() || TryEnterContended(timeout);
    }

    /// <inheritdoc cref="System.Threading.Lock.Exit"/>
    /// <exception cref="SynchronizationLockException">The current thread does not hold the lock.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit()
    {
        if (!FrozenMode.IsOff)
        {
            LeaveHeld(WriteStamp, LockMode.Write);
        }

        _lock.Exit();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ExecutionFlow? EnterHeld(string? file, int line)
    {
        ExecutionFlow? flow = ThreadFlows.Current;
        if (flow is null || !flow.TryPushAgain(WriteStamp, file, line))
        {
            flow = EnterSlowly(LockMode.Write, file, line);
        }

        if (!_lock.TryEnter())
        {
            Contend(_lock, static gate => gate.Enter(), LockMode.Write, file, line);
        }

        return flow;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ExitHeld(ExecutionFlow? flow)
    {
        LeaveHeld(flow, WriteStamp, LockMode.Write);
        _lock.Exit();
    }

    private bool TryEnterContended(TimeSpan timeout)
    {
        try
        {
            return _lock.TryEnter(timeout) || Abandoned(LockMode.Write);
        }
        catch
        {
            Abandoned(LockMode.Write);
            throw;
        }
    }

    /// <summary>Releases the lock when disposed; the counterpart of <see cref="System.Threading.Lock.Scope"/>.</summary>
    public ref struct Scope
    {
        private readonly ExecutionFlow? _flow;
        private Lock.Scope _bare;
        private TrackedLock? _owner;

        internal Scope(Lock.Scope bare) => _bare = bare;

        internal Scope(TrackedLock owner, ExecutionFlow? flow)
        {
            _owner = owner;
            _flow = flow;
        }

        /// <summary>Releases the lock. A second call does nothing.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Dispose()
        {
            if (FrozenMode.IsOff)
            {
                _bare.Dispose();
                return;
            }

            TrackedLock? owner = _owner;
            if (owner is not null)
            {
                _owner = null;

                // A ref struct stays on its thread, so the flow is still the one that entered.
                owner.ExitHeld(_flow);
            }
        }
    }
}
#endif
