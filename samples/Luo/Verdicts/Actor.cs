using System.Collections.Concurrent;
using LockGraph;

namespace Luo.Verdicts;

/// <summary>A real thread with a name of the cast (VMM1, REBOOT …) that does one thing after another, as the schedule tells it.</summary>
internal sealed class Actor
{
    private readonly BlockingCollection<Action> _orders = [];
    private readonly LockOrderValidator _validator;
    private readonly Thread _thread;

    public Actor(string name, LockOrderValidator validator)
    {
        Name = name;
        _validator = validator;

        // Background: a task that the schedule leaves blocked for ever does not keep the process.
        _thread = new Thread(Live) { Name = name, IsBackground = true };
        _thread.Start();
    }

    public string Name { get; }

    public bool HasEnded => !_thread.IsAlive;

    /// <summary>Does it now, and waits until it is done.</summary>
    public T Do<T>(Func<T> order) => Begin(order).Await();

    /// <inheritdoc cref="Do{T}(Func{T})"/>
    public void Do(Action order) => Do(() =>
    {
        order();
        return 0;
    });

    /// <summary>Does something that breaks a rule of locking: whether the validator or the lock itself backs it out is no crash.</summary>
    public void DoGuilty(Action order) => Do(() =>
    {
        try
        {
            order();
        }
        catch (Exception exception) when (IsBackedOut(exception))
        {
            // The finding is with the validator.
        }
    });

    /// <summary>Begins it; the schedule goes on meanwhile.</summary>
    public Pending<T> Begin<T>(Func<T> order)
    {
        var pending = new Pending<T>(Name);
        _orders.Add(() => pending.Run(order));
        return pending;
    }

    /// <inheritdoc cref="Begin{T}(Func{T})"/>
    public Pending<int> Begin(Action order) => Begin(() =>
    {
        order();
        return 0;
    });

    /// <summary>Returns when the validator says that this thread waits for a lock of the class.</summary>
    public void AwaitBlockedOn(string lockClass) => Deadline.Spin(
        () => _validator.CurrentWaits().Any(wait => wait.Flow == Name && wait.Wanted.Class.Name == lockClass),
        $"{Name} blocked on {lockClass}");

    /// <summary>
    /// Returns when this thread has queued to write the lock, so that a reader that comes now has to stand behind it. (A wait is known
    /// to the validator a moment before the lock itself knows it.)
    /// </summary>
    public void AwaitQueuedToWrite(TrackedReaderWriterLock rwsem)
    {
        AwaitBlockedOn(rwsem.Class.Name);
        Deadline.Spin(() => rwsem.WaitingWriteCount > 0, $"{Name} queued on {rwsem}");
    }

    /// <summary>Lets the thread end when it is done with what it has.</summary>
    public void Dismiss() => _orders.CompleteAdding();

    public static bool IsBackedOut(Exception exception) =>
        exception is LockOrderViolationException or LockRecursionException or SynchronizationLockException or ObjectDisposedException;

    private void Live()
    {
        foreach (Action order in _orders.GetConsumingEnumerable())
        {
            order();
        }
    }
}

/// <summary>Something that an actor has begun.</summary>
internal sealed class Pending<T>(string actor)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsDone => _done.Task.IsCompleted;

    /// <summary>The result, when it comes within the deadline.</summary>
    /// <exception cref="UnsettledException">It does not.</exception>
    public T Await()
    {
        if (Task.WaitAny([_done.Task], Deadline.Length) < 0)
        {
            throw new UnsettledException($"{actor} did not finish");
        }

        return _done.Task.GetAwaiter().GetResult();
    }

    public void Run(Func<T> order)
    {
        try
        {
            _done.SetResult(order());
        }
#pragma warning disable CA1031 // It is thrown again where the schedule awaits it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _done.SetException(exception);
        }
    }
}

/// <summary>A barrier of a schedule: one side sets it, the other awaits it.</summary>
internal sealed class Signal(string what) : IDisposable
{
    private readonly ManualResetEventSlim _set = new();

    public void Set() => _set.Set();

    [NoLockAnalysis(Justification = "A schedule makes a task stand still under its locks: that is what it shows.")]
    public void Await()
    {
        if (!_set.Wait(Deadline.Length))
        {
            throw new UnsettledException($"{what} never came");
        }
    }

    /// <summary>Awaits it as a task of the model does: for ever, if need be.</summary>
    [NoLockAnalysis(Justification = "A schedule makes a task stand still under its locks: that is what it shows.")]
    public void AwaitForEver() => _set.Wait();

    public void Dispose() => _set.Dispose();
}

/// <summary>The time after which a schedule is taken to be wrong. Never part of a verdict.</summary>
internal static class Deadline
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(20);

    public static void Spin(Func<bool> condition, string what)
    {
        if (!SpinWait.SpinUntil(condition, Length))
        {
            throw new UnsettledException($"{what} never came");
        }
    }
}

/// <summary>A schedule did not go as it is written.</summary>
internal sealed class UnsettledException(string message) : Exception(message);
