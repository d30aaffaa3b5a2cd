using System.Runtime.CompilerServices;
using LockGraph.Core;

namespace LockGraph;

/// <summary>A monitor of its own with its order validated: <see cref="Monitor"/> with instance members.</summary>
/// <remarks>
/// The members and exceptions of <see cref="Monitor"/>, under its names. Reentrant unless made otherwise. Waiting for the condition releases
/// the monitor, and taking it again is an acquisition under everything that is still held. In mode Off it is the bare monitor.
/// </remarks>
public sealed class TrackedMonitor : LockInstance
{
    private static readonly TrackedPrimitive _nonReentrant = TrackedPrimitive.Monitor with { Reentrant = false };

    private readonly object _monitor = new();

    /// <summary>Makes a monitor of a class; without one, of the member that holds it, or else of the place where it is made.</summary>
    /// <param name="class">The class, or <see langword="null"/>.</param>
    /// <param name="reentrant">False makes a second acquisition by the holder a violation, as for a kernel mutex.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedMonitor(
        LockClass? @class = null,
        bool reentrant = true,
        [CallerMemberName] string? member = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0)
        : base(reentrant ? TrackedPrimitive.Monitor : _nonReentrant, @class, null, member, file, line)
    {
    }

    /// <summary>Makes a monitor of a named class.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="reentrant">False makes a second acquisition by the holder a violation, as for a kernel mutex.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedMonitor(string name, bool reentrant = true, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(reentrant ? TrackedPrimitive.Monitor : _nonReentrant, null, name, null, file, line)
    {
    }

    /// <summary>True when the current thread holds the monitor.</summary>
    public bool IsEntered => Monitor.IsEntered(_monitor);

    /// <inheritdoc cref="Monitor.Enter(object)"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; the monitor is not taken.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            Monitor.Enter(_monitor);
            return;
        }

        EnterHeld(file, line);
    }

    /// <inheritdoc cref="Monitor.Enter(object, ref bool)"/>
    /// <param name="lockTaken">Must be false; true once the monitor is taken, also when an exception is thrown afterwards.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException"><paramref name="lockTaken"/> is true.</exception>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; the monitor is not taken.</exception>
    public void Enter(ref bool lockTaken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        ThrowIfTaken(lockTaken);
        Enter(file, line);
        lockTaken = true;
    }

    /// <summary>Enters the monitor and gives a scope that leaves it.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; the monitor is not taken.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scope EnterScope([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            Monitor.Enter(_monitor);
            return new Scope(this, null);
        }

        return new Scope(this, EnterHeld(file, line));
    }

    /// <inheritdoc cref="Monitor.TryEnter(object)"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryEnter([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) => TryEnter(TimeSpan.Zero, file, line);

    /// <inheritdoc cref="Monitor.TryEnter(object, ref bool)"/>
    /// <param name="lockTaken">Must be false; true when the monitor was taken.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException"><paramref name="lockTaken"/> is true.</exception>
    public void TryEnter(ref bool lockTaken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        TryEnter(TimeSpan.Zero, ref lockTaken, file, line);

    /// <inheritdoc cref="Monitor.TryEnter(object, int)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever, and then is judged like <see cref="Enter(string, int)"/>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryEnter(int millisecondsTimeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        TryEnter(Timeouts.FromMilliseconds(millisecondsTimeout), file, line);

    /// <inheritdoc cref="Monitor.TryEnter(object, int, ref bool)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="lockTaken">Must be false; true when the monitor was taken.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException"><paramref name="lockTaken"/> is true.</exception>
    public void TryEnter(int millisecondsTimeout, ref bool lockTaken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        TryEnter(Timeouts.FromMilliseconds(millisecondsTimeout), ref lockTaken, file, line);

    /// <inheritdoc cref="Monitor.TryEnter(object, TimeSpan)"/>
    /// <param name="timeout">How long to wait; infinite is judged like <see cref="Enter(string, int)"/>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool TryEnter(TimeSpan timeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            return Monitor.TryEnter(_monitor, timeout);
        }

        timeout = Timeouts.Whole(timeout);
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            Enter(file, line);
            return true;
        }

        EnterJudged(LockMode.Write, Timeouts.KindOf(timeout), file, line);
        try
        {
            return Monitor.TryEnter(_monitor, timeout) || Abandoned(LockMode.Write);
        }
        catch
        {
            Abandoned(LockMode.Write);
            throw;
        }
    }

    /// <inheritdoc cref="Monitor.TryEnter(object, TimeSpan, ref bool)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="lockTaken">Must be false; true when the monitor was taken.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException"><paramref name="lockTaken"/> is true.</exception>
    public void TryEnter(TimeSpan timeout, ref bool lockTaken, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        ThrowIfTaken(lockTaken);
        lockTaken = TryEnter(timeout, file, line);
    }

    /// <inheritdoc cref="Monitor.Exit(object)"/>
    /// <exception cref="SynchronizationLockException">The current thread does not hold the monitor.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit()
    {
        if (!FrozenMode.IsOff)
        {
            LeaveHeld(WriteStamp, LockMode.Write);
        }

        Monitor.Exit(_monitor);
    }

    /// <inheritdoc cref="Monitor.Wait(object)"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="SynchronizationLockException">The current thread does not hold the monitor.</exception>
    /// <exception cref="LockOrderViolationException">Mode Assert: the wait, or taking the monitor again after it, is guilty; nothing was waited for.</exception>
    public bool Wait([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) => Wait(Timeout.InfiniteTimeSpan, file, line);

    /// <inheritdoc cref="Monitor.Wait(object, int)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool Wait(int millisecondsTimeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        Wait(Timeouts.FromMilliseconds(millisecondsTimeout), file, line);

    /// <inheritdoc cref="Monitor.Wait(object, TimeSpan)"/>
    /// <param name="timeout">How long to wait for the pulse; taking the monitor again is not bounded.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool Wait(TimeSpan timeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (!FrozenMode.IsOff)
        {
            timeout = Timeouts.Whole(timeout);
            Validator.WaitForCondition(ThreadFlows.Of(Validator), this, new AcquisitionSite(file, line));
        }

        return Monitor.Wait(_monitor, timeout);
    }

    /// <inheritdoc cref="Monitor.Wait(object, int, bool)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="exitContext">Ignored, as by <see cref="Monitor"/> itself.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool Wait(int millisecondsTimeout, bool exitContext, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        Wait(Timeouts.FromMilliseconds(millisecondsTimeout), file, line);

    /// <inheritdoc cref="Monitor.Wait(object, TimeSpan, bool)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="exitContext">Ignored, as by <see cref="Monitor"/> itself.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool Wait(TimeSpan timeout, bool exitContext, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) => Wait(timeout, file, line);

    /// <inheritdoc cref="Monitor.Pulse(object)"/>
    /// <exception cref="SynchronizationLockException">The current thread does not hold the monitor.</exception>
    public void Pulse()
    {
        CheckPulse();
        Monitor.Pulse(_monitor);
    }

    /// <inheritdoc cref="Monitor.PulseAll(object)"/>
    /// <exception cref="SynchronizationLockException">The current thread does not hold the monitor.</exception>
    public void PulseAll()
    {
        CheckPulse();
        Monitor.PulseAll(_monitor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ExecutionFlow? EnterHeld(string? file, int line)
    {
        ExecutionFlow? flow = ThreadFlows.Current;
        if (flow is null || !flow.TryPushAgain(WriteStamp, file, line))
        {
            flow = EnterSlowly(LockMode.Write, file, line);
        }

        if (!Monitor.TryEnter(_monitor))
        {
            Contend(_monitor, static monitor => Monitor.Enter(monitor), LockMode.Write, file, line);
        }

        return flow;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ExitHeld(ExecutionFlow? flow)
    {
        if (!FrozenMode.IsOff)
        {
            LeaveHeld(flow, WriteStamp, LockMode.Write);
        }

        Monitor.Exit(_monitor);
    }

    private void CheckPulse()
    {
        if (!FrozenMode.IsOff)
        {
            Validator.CheckCondition(ThreadFlows.Of(Validator), this);
        }
    }

    private static void ThrowIfTaken(bool lockTaken)
    {
        if (lockTaken)
        {
            throw new ArgumentException("The argument must be false before the lock is taken.", nameof(lockTaken));
        }
    }

    /// <summary>Leaves the monitor when disposed.</summary>
    public ref struct Scope
    {
        private readonly ExecutionFlow? _flow;
        private TrackedMonitor? _owner;

        internal Scope(TrackedMonitor owner, ExecutionFlow? flow)
        {
            _owner = owner;
            _flow = flow;
        }

        /// <summary>Leaves the monitor. A second call does nothing.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Dispose()
        {
            TrackedMonitor? owner = _owner;
            if (owner is not null)
            {
                _owner = null;

                // A ref struct stays on its thread, so the flow is still the one that entered.
                owner.ExitHeld(_flow);
            }
        }
    }
}
