using LockGraph;

namespace Luo.Kernel;

/// <summary><c>/dev/liveupdate</c>. One open descriptor at a time; that descriptor may be used by many threads at once.</summary>
internal sealed class LuoDevice(Machine machine)
{
    [LockClass(LockNames.Misc, Protects = "the open of a misc device")]
    private readonly TrackedMonitor _miscMutex = new(reentrant: false);

    /// <summary>An atomic, not a lock: nobody waits for it.</summary>
    private int _inUse;

    /// <summary>
    /// The cached outcome of deserialization. Written and read by whoever won <see cref="_inUse"/>, under <see cref="_miscMutex"/>.
    /// </summary>
    [GuardedBy(nameof(_miscMutex))]
    private int? _deserialized;

    /// <summary>Opens the device. The first open in a kernel restores what the previous one handed over.</summary>
    public Result<DeviceFd> Open()
    {
        DeviceFd? fd = null;
        int error = machine.Syscall("open /dev/liveupdate", () =>
        {
            if (!machine.Config.LiveUpdateEnabled)
            {
                return Errno.ENOENT;
            }

            using (_miscMutex.EnterScope())
            {
                if (Interlocked.CompareExchange(ref _inUse, 1, 0) != 0)
                {
                    return Errno.EBUSY;
                }

                _deserialized ??= Deserialize();
                if (_deserialized < 0)
                {
                    Volatile.Write(ref _inUse, 0);
                    return Errno.EIO;
                }

                fd = new DeviceFd(machine);
                return 0;
            }
        });
        return new Result<DeviceFd>(error, fd);
    }

    public int Close() => machine.Syscall("close /dev/liveupdate", () =>
    {
        Volatile.Write(ref _inUse, 0);
        return 0;
    });

    private int Deserialize()
    {
        machine.Flbs.Deserialize();
        return machine.Sessions.Deserialize();
    }
}

/// <summary>What a system call gives back: 0 and a value, or a negative error.</summary>
internal readonly record struct Result<T>(int Error, T? Value)
{
    public override string ToString() => Error == 0 ? "ok" : Errno.Name(Error);
}

/// <summary>The open device.</summary>
internal sealed class DeviceFd(Machine machine)
{
    public Result<SessionFd> CreateSession(string name) =>
        WithDescriptor("ioctl LIVEUPDATE_CREATE_SESSION", () => machine.Sessions.Create(name));

    public Result<SessionFd> RetrieveSession(string name) =>
        WithDescriptor("ioctl LIVEUPDATE_RETRIEVE_SESSION", () => machine.Sessions.Retrieve(name));

    public int Close() => machine.Device.Close();

    /// <summary>
    /// Reserves the descriptor first and copies the reply last, outside all locks of LUO. A reply that fails drops the file again.
    /// </summary>
    private Result<SessionFd> WithDescriptor(string name, Func<Result<SessionFd>> operation)
    {
        Result<SessionFd> result = default;
        int error = machine.Syscall(name, () =>
        {
            KernelTask task = machine.CurrentTask;
            int reserved = task.ReserveDescriptor();
            if (reserved < 0)
            {
                return reserved;
            }

            result = operation();
            int outcome = result.Error;
            if (outcome == 0)
            {
                outcome = task.Memory.CopyToUser();
                if (outcome < 0)
                {
                    result.Value!.DropReference();
                }
            }

            if (outcome < 0)
            {
                task.UnreserveDescriptor();
            }

            return outcome;
        });
        return new Result<SessionFd>(error, error == 0 ? result.Value : null);
    }
}
