using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace LockGraph.Runtime.Tests.Support;

/// <summary>A thread that takes one step when it is told to: the schedule is the order of the calls in the test.</summary>
internal sealed class ScriptedThread : IDisposable
{
    private readonly BlockingCollection<(Action Step, TaskCompletionSource<Exception?> Done)> _steps = [];
    private readonly Thread _thread;

    public ScriptedThread(string name)
    {
        _thread = new Thread(Run) { Name = name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>Takes a step to its end; what it throws is thrown here.</summary>
    public void Do(Action step) => Finish(Begin(step));

    /// <summary>Takes a step that may block; gives what it throws, once it ends.</summary>
    public Task<Exception?> Begin(Action step)
    {
        var done = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _steps.Add((step, done));
        return done.Task;
    }

    /// <summary>Waits for a step begun before; what it threw is thrown here.</summary>
    public static void Finish(Task<Exception?> step)
    {
        if (Outcome(step) is { } thrown)
        {
            ExceptionDispatchInfo.Capture(thrown).Throw();
        }
    }

    /// <summary>Waits for a step begun before; gives what it threw.</summary>
    public static Exception? Outcome(Task<Exception?> step)
    {
        Assert.True(((IAsyncResult)step).AsyncWaitHandle.WaitOne(Observations.Patience), "The step hangs.");
        return step.GetAwaiter().GetResult();
    }

    /// <summary>Ends the thread and waits until it is gone.</summary>
    public void Dispose()
    {
        _steps.CompleteAdding();
        Assert.True(_thread.Join(Observations.Patience), "The thread hangs.");
    }

    /// <summary>Runs all of a thread's life at once.</summary>
    public static void Run(string name, Action life)
    {
        using var thread = new ScriptedThread(name);
        thread.Do(life);
    }

    private void Run()
    {
        foreach ((Action step, TaskCompletionSource<Exception?> done) in _steps.GetConsumingEnumerable())
        {
            Exception? thrown = null;
            try
            {
                step();
            }
#pragma warning disable CA1031 // Carried to the test.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                thrown = exception;
            }

            done.SetResult(thrown);
        }
    }
}
