using System.Runtime.CompilerServices;
using LockGraph.Core;
using Microsoft.Win32.SafeHandles;

namespace LockGraph;

/// <summary><see cref="Mutex"/> with its order validated.</summary>
/// <remarks>The members and exceptions of <see cref="Mutex"/>, under its names. In mode Off it is the bare mutex.</remarks>
public sealed class TrackedMutex : LockInstance, IDisposable
{
    private readonly Mutex _mutex;

    /// <summary>Makes a mutex of a class; without one, of the member that holds it, or else of the place where it is made.</summary>
    /// <param name="class">The class, or <see langword="null"/>.</param>
    /// <param name="initiallyOwned">True gives the calling thread ownership at once.</param>
    /// <param name="systemName">Name of a mutex of the system, or <see langword="null"/> for one of this process.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedMutex(
        LockClass? @class = null,
        bool initiallyOwned = false,
        string? systemName = null,
        [CallerMemberName] string? member = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0)
        : base(TrackedPrimitive.Mutex, @class, null, member, file, line)
    {
        _mutex = new Mutex(initiallyOwned, systemName, out bool createdNew);
        EnterOwned(initiallyOwned && createdNew, file, line);
    }

    /// <summary>Makes a mutex of a named class.</summary>
    /// <param name="name">The name of the class, not of a mutex of the system.</param>
    /// <param name="initiallyOwned">True gives the calling thread ownership at once.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedMutex(string name, bool initiallyOwned = false, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(TrackedPrimitive.Mutex, null, name, null, file, line)
    {
        _mutex = new Mutex(initiallyOwned);
        EnterOwned(initiallyOwned, file, line);
    }

    private TrackedMutex(Mutex mutex, string name, string? file, int line)
        : base(TrackedPrimitive.Mutex, null, name, null, file, line) => _mutex = mutex;

    /// <inheritdoc cref="WaitHandle.SafeWaitHandle"/>
    public SafeWaitHandle SafeWaitHandle => _mutex.SafeWaitHandle;

    /// <summary>Opens a mutex of the system; its class is named after it.</summary>
    /// <param name="name">Its name in the system.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="WaitHandleCannotBeOpenedException">There is none of that name.</exception>
    public static TrackedMutex OpenExisting(string name, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        new(Mutex.OpenExisting(name), name, file, line);

    /// <summary>Opens a mutex of the system if there is one; its class is named after it.</summary>
    /// <param name="name">Its name in the system.</param>
    /// <param name="result">The mutex, when the result is true.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static bool TryOpenExisting(string name, out TrackedMutex? result, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        result = Mutex.TryOpenExisting(name, out Mutex? opened) ? new TrackedMutex(opened!, name, file, line) : null;
        return result is not null;
    }

    /// <inheritdoc cref="WaitHandle.WaitOne()"/>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="AbandonedMutexException">The last owner ended without a release; the mutex is taken all the same.</exception>
    /// <exception cref="LockOrderViolationException">Mode Assert: the acquisition is guilty; the mutex is not taken.</exception>
    public bool WaitOne([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) => WaitOne(Timeout.InfiniteTimeSpan, file, line);

    /// <inheritdoc cref="WaitHandle.WaitOne(int)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="AbandonedMutexException">The last owner ended without a release; the mutex is taken all the same.</exception>
    public bool WaitOne(int millisecondsTimeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        WaitOne(Timeouts.FromMilliseconds(millisecondsTimeout), file, line);

    /// <inheritdoc cref="WaitHandle.WaitOne(int, bool)"/>
    /// <param name="millisecondsTimeout">Milliseconds to wait; -1 waits for ever.</param>
    /// <param name="exitContext">Without effect on current platforms.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool WaitOne(int millisecondsTimeout, bool exitContext, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        WaitOne(Timeouts.FromMilliseconds(millisecondsTimeout), file, line);

    /// <inheritdoc cref="WaitHandle.WaitOne(TimeSpan, bool)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="exitContext">Without effect on current platforms.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public bool WaitOne(TimeSpan timeout, bool exitContext, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) =>
        WaitOne(timeout, file, line);

    /// <inheritdoc cref="WaitHandle.WaitOne(TimeSpan)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="AbandonedMutexException">The last owner ended without a release; the mutex is taken all the same.</exception>
    public bool WaitOne(TimeSpan timeout, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            return _mutex.WaitOne(timeout);
        }

        timeout = Timeouts.Whole(timeout);
        AcquisitionKind kind = Timeouts.KindOf(timeout);
        EnterJudged(LockMode.Write, kind, file, line);
        try
        {
            if (_mutex.WaitOne(TimeSpan.Zero))
            {
                return true;
            }

            if (kind != AcquisitionKind.Blocking)
            {
                return _mutex.WaitOne(timeout) || Abandoned(LockMode.Write);
            }
        }
        catch (Exception exception) when (exception is not AbandonedMutexException)
        {
            Abandoned(LockMode.Write);
            throw;
        }

        Contend(_mutex, static mutex => mutex.WaitOne(), LockMode.Write, file, line);
        return true;
    }

    /// <inheritdoc cref="Mutex.ReleaseMutex"/>
    /// <exception cref="ApplicationException">The current thread does not own the mutex.</exception>
    public void ReleaseMutex()
    {
        if (!FrozenMode.IsOff)
        {
            LeaveHeld(WriteStamp, LockMode.Write);
        }

        _mutex.ReleaseMutex();
    }

    /// <inheritdoc cref="WaitHandle.Close"/>
    public void Close() => Dispose();

    /// <inheritdoc cref="WaitHandle.Dispose()"/>
    /// <exception cref="LockOrderViolationException">Mode Assert: somebody holds the mutex.</exception>
    public void Dispose()
    {
        Validator?.Free(ThreadFlows.Of(Validator), this);
        _mutex.Dispose();
        MarkDisposed();
    }

    private void EnterOwned(bool owned, string? file, int line)
    {
        if (owned && !FrozenMode.IsOff)
        {
            EnterJudged(LockMode.Write, AcquisitionKind.Try, file, line);
        }
    }
}
