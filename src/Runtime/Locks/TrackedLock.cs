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
    private const uint _write = (uint)LockMode.Write;

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

        ExecutionFlow? flow = ThreadFlows.Current;
        if (flow is null || !ReferenceEquals(flow.Validator, Validator) || !flow.TryPush(this, WriteKey, _write, file, line))
        {
            EnterJudged(AcquisitionKind.Blocking, file, line);
        }

        if (!_lock.TryEnter())
        {
            EnterContended(file, line);
        }
    }

    /// <inheritdoc cref="System.Threading.Lock.EnterScope"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; the lock is not taken.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scope EnterScope([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        Enter(file, line);
        return new Scope(this);
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

        EnterJudged(AcquisitionKind.Try, file, line);
        return _lock.TryEnter() || Abandoned();
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

        Timeouts.Check(timeout);
        EnterJudged(Timeouts.KindOf(timeout), file, line);
        return _lock.TryEnter() || TryEnterContended(timeout, file, line) || Abandoned();
    }

    /// <inheritdoc cref="System.Threading.Lock.Exit"/>
    /// <exception cref="SynchronizationLockException">The current thread does not hold the lock.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit()
    {
        if (!FrozenMode.IsOff)
        {
            ExecutionFlow? flow = ThreadFlows.Current;
            if (flow is null || !ReferenceEquals(flow.Validator, Validator) || !flow.TryPop(this, _write))
            {
                Validator.Leave(ThreadFlows.Of(Validator), this, LockMode.Write, default, primitiveRefuses: true);
            }
        }

        _lock.Exit();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnterJudged(AcquisitionKind kind, string? file, int line) => Validator.Enter(
        ThreadFlows.Of(Validator), new AcquisitionRequest(this, LockMode.Write, kind) { Site = new AcquisitionSite(file, line) }, hold: null);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnterContended(string? file, int line)
    {
        ExecutionFlow flow = ThreadFlows.Of(Validator);
        try
        {
            using WaitScope wait = Validator.BeginWait(flow, new AcquisitionRequest(this) { Site = new AcquisitionSite(file, line) });
            _lock.Enter();
        }
        catch
        {
            Validator.Abandon(flow, this);
            throw;
        }
    }

    private bool TryEnterContended(TimeSpan timeout, string? file, int line)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            EnterContended(file, line);
            return true;
        }

        try
        {
            return _lock.TryEnter(timeout);
        }
        catch
        {
            Abandoned();
            throw;
        }
    }

    private bool Abandoned()
    {
        Validator.Abandon(ThreadFlows.Of(Validator), this);
        return false;
    }

    /// <summary>Releases the lock when disposed; the counterpart of <see cref="System.Threading.Lock.Scope"/>.</summary>
    public ref struct Scope
    {
        private TrackedLock? _owner;

        internal Scope(TrackedLock owner) => _owner = owner;

        /// <summary>Releases the lock. A second call does nothing.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Dispose()
        {
            TrackedLock? owner = _owner;
            if (owner is not null)
            {
                _owner = null;
                owner.Exit();
            }
        }
    }
}
#endif
