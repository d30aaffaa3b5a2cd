namespace LockGraph.Runtime.Tests.Process;

/// <summary>What child processes do; each prints what it saw.</summary>
internal static class Situations
{
    private static TrackedMonitor NewLock(string name) => new(name);

    /// <summary>Prints the mode that settings decide.</summary>
    public static void PrintMode()
    {
        Console.WriteLine(LockGraphRuntime.Mode);
        Console.WriteLine(LockGraphRuntime.SettingsError);
    }

    /// <summary>Both orders on one thread, under the validator of the process.</summary>
    public static void TakeBothOrders()
    {
        TrackedMonitor a = NewLock("A");
        TrackedMonitor b = NewLock("B");
        Nest(a, b);
        try
        {
            Nest(b, a);
            Console.WriteLine("went on");
        }
        catch (LockOrderViolationException exception)
        {
            Console.WriteLine("threw " + exception.Violation.Kind);
            b.Exit();
        }

        Console.WriteLine(LockGraphRuntime.Mode == LockGraphMode.Off ? 0 : LockOrderValidator.Default.Violations.Count);
    }

    /// <summary>Every primitive in both orders and with every assertion false: mode Off minds nothing.</summary>
    public static void UseEveryPrimitive()
    {
        TrackedMonitor monitor = NewLock("A");
        using var slim = new TrackedReaderWriterLock("B");
        using var semaphore = new TrackedSemaphore("C", 1, 1);
        using var mutex = new TrackedMutex("D");
        using var asynchronous = new TrackedAsyncLock("E");
        var spin = new TrackedSpinLock("F");
        var wait = new TrackedWait("G");
        monitor.AssertHeld();
        using (monitor.EnterScope())
        {
            monitor.Pulse();
            monitor.AssertNotHeld();
            slim.EnterUpgradeableReadLock();
            slim.EnterWriteLock();
            slim.ExitWriteLock();
            slim.ExitUpgradeableReadLock();
            slim.EnterReadLock();
            slim.ExitReadLock();
            semaphore.Wait();
            semaphore.Release();
            Console.WriteLine(semaphore.WaitAsync(0).Result);
            semaphore.Release();
            Console.WriteLine(mutex.WaitOne(0));
            mutex.ReleaseMutex();
            using (asynchronous.Lock())
            {
                Console.WriteLine(asynchronous.TryLock(out _));
            }

            asynchronous.LockAsync().Result.Dispose();
            bool taken = false;
            spin.Enter(ref taken);
            spin.Exit();
            using (wait.EnterBody())
            using (wait.BeginWait())
            {
                Console.WriteLine(monitor.IsEntered);
            }
        }

        monitor.Reinitialize();
        monitor.Free();
        using (monitor.EnterScope())
        {
            monitor.DeclareTerminalHold();
            Console.WriteLine(monitor.IsHeldByCurrentFlow);
        }

        Console.WriteLine(monitor.Id);
    }

    /// <summary>Chooses the mode in code before the first use.</summary>
    public static void ChooseAssertFirst()
    {
        LockGraphRuntime.Mode = LockGraphMode.Assert;
        TakeBothOrders();
    }

    /// <summary>Chooses a mode when another was decided already; the same one again is accepted.</summary>
    public static void ChooseTooLate()
    {
        NewLock("A").Enter();
        LockGraphMode decided = LockGraphRuntime.Mode;
        LockGraphRuntime.Mode = decided;
        try
        {
            LockGraphRuntime.Mode = decided == LockGraphMode.Off ? LockGraphMode.Assert : LockGraphMode.Off;
            Console.WriteLine("accepted");
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine("refused");
        }

        Console.WriteLine(LockGraphRuntime.Mode);
    }

    /// <summary>Ends with a thread that died holding a lock, which only the end of the process can tell.</summary>
    public static void EndWithALeak()
    {
        TrackedMonitor a = NewLock("A");
        var thread = new Thread(() => a.Enter()) { Name = "careless" };
        thread.Start();
        thread.Join();
    }

    /// <summary>Ends with an asynchronous method that kept its lock, which only the end of the process can tell.</summary>
    public static void EndWithALeakOfAFlow()
    {
        var gate = new TrackedAsyncLock("A");
        Keep().GetAwaiter().GetResult();

        async Task Keep()
        {
            await gate.LockAsync();
            await Task.Yield();
        }
    }

    /// <summary>Gives the validator of the process a sink that fails, and a limit.</summary>
    public static void ConfigureTheProcess()
    {
        LockGraphRuntime.Settings = new ValidatorSettings { HeldLimit = 1, Run = "configured", Sinks = [new FailingSink()] };
        Nest(NewLock("A"), NewLock("B"));
        Console.WriteLine(LockOrderValidator.Default.Violations.Single().Kind);
        try
        {
            LockGraphRuntime.Settings = new ValidatorSettings();
            Console.WriteLine("accepted");
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine("refused");
        }
    }

    private sealed class FailingSink : IViolationSink
    {
        public void Report(Violation violation) => throw new NotSupportedException("this sink is broken");
    }

    private static void Nest(TrackedMonitor outer, TrackedMonitor inner)
    {
        outer.Enter();
        inner.Enter();
        inner.Exit();
        outer.Exit();
    }
}
