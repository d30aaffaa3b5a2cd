using LockGraph;

namespace Luo.Kernel;

/// <summary>One booted kernel: a graph of objects with locks of its own. A jump ends it and feeds its successor.</summary>
/// <remarks>Locks register with the validator that is current while the machine is built and used.</remarks>
internal sealed class Machine
{
    private readonly LockOrderValidator _validator = LockOrderValidator.Current;
    private readonly ThreadLocal<KernelTask> _task;
    private readonly IMachineObserver? _observer;

    private Machine(KernelConfig config, HandOver? received, IMachineObserver? observer, Mutation? mutation)
    {
        Config = config;
        Received = received;
        _observer = observer;
        _task = new ThreadLocal<KernelTask>(() => new KernelTask(Thread.CurrentThread.Name ?? "task"));
        Kho = new Kho();
        Core = new LuoCore();
        Files = mutation?.Files?.Invoke(this) ?? (config.HasRegisterRwlock ? new LuoFiles(this) : new Policies.QuiescedFiles(this));
        Flbs = config switch
        {
            { Generation: >= Generation.V3 } => new LuoFlbs(this),
            { Generation: Generation.V2 } => new Policies.RacyFinishFlbs(this),
            _ => new Policies.QuiescedFlbs(this),
        };
        Sessions = mutation?.Sessions?.Invoke(this) ?? config.Policy switch
        {
            Policy.Before => new Policies.UnprotectedSessions(this),
            Policy.SerializeRwsem => new LuoSessions(this),
            Policy.ReuseHeaderRwsem => new Policies.HeaderReuseSessions(this),
            Policy.TakeAllMutexes => new Policies.TakeAllSessions(this),
            Policy.RebootGate => new Policies.RebootGateSessions(this),
            _ => throw new ArgumentOutOfRangeException(nameof(config)),
        };
        Device = new LuoDevice(this);
        Kexec = new Kexec(this);
    }

    public KernelConfig Config { get; }

    /// <summary>What the previous kernel handed over, if there was one.</summary>
    public HandOver? Received { get; }

    public Kho Kho { get; }

    public LuoCore Core { get; }

    public LuoFiles Files { get; }

    public LuoFlbs Flbs { get; }

    public LuoSessions Sessions { get; }

    public LuoDevice Device { get; }

    public Kexec Kexec { get; }

    /// <summary>The calling thread as this kernel knows it.</summary>
    public KernelTask CurrentTask => _task.Value!;

    /// <summary>What kernel code does at a named point, for explicit schedules: a probe may wait, or act on another thread.</summary>
    public Kprobes Probes { get; } = new();

    /// <summary>Lines that the kernel would print as warnings.</summary>
    public KernelLog Log { get; } = new();

    /// <summary>Builds a kernel and its locks.</summary>
    /// <param name="config">What it is built and booted with.</param>
    /// <param name="received">What the previous kernel handed over.</param>
    /// <param name="observer">Who watches it.</param>
    /// <param name="mutation">Parts that are built with a seeded mistake.</param>
    public static Machine Boot(KernelConfig config, HandOver? received = null, IMachineObserver? observer = null, Mutation? mutation = null) =>
        new(config, received, observer, mutation);

    /// <summary>
    /// Runs a system call: the body, then the work that was deferred to the return to user mode. Locks that are still held after that
    /// are a leak, as lockdep checks it at the same place.
    /// </summary>
    public int Syscall(string name, Func<int> body)
    {
        using IDisposable item = _validator.BeginWorkItem(name);
        int result = body();
        CurrentTask.RunDeferredWork();
        return result;
    }

    public void ObserveCallback(HandlerCallback callback, LuoSession session, LuoFile? file) =>
        _observer?.AtCallback(this, callback, session, file);

    public void ObserveThaw() => _observer?.AtThaw(this);

    public void ObserveFailedSerialization() => _observer?.AfterFailedSerialization(this);

    public void ObserveJump() => _observer?.AtJump(this);

    public void ObserveUseAfterFree(string what) => _observer?.UsedAfterFree(this, what);
}

/// <summary>Parts of a kernel that are built with a seeded mistake.</summary>
internal sealed record Mutation(Func<Machine, LuoSessions>? Sessions = null, Func<Machine, LuoFiles>? Files = null);
