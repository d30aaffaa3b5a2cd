using LockGraph;

namespace Luo.Kernel;

/// <summary>The reboot system call and the jump (<c>reboot.c</c>, <c>kexec_core.c</c>, and <c>liveupdate_reboot()</c>).</summary>
internal sealed class Kexec(Machine machine)
{
    /// <summary><c>system_transition_mutex</c>.</summary>
    [LockClass(LockNames.SystemTransition, Protects = "the transition of the whole system: reboot, suspend, kexec")]
    internal readonly TrackedMonitor SystemTransitionMutex = new(reentrant: false);

    private int _kexecFlag;

    /// <summary>False: no image is loaded.</summary>
    public bool ImageLoaded { get; set; } = true;

    /// <summary>The image is one to come back from: the call returns to user space afterwards.</summary>
    public bool PreservesContext { get; set; }

    /// <summary>
    /// Result of the steps after serialization that only a context-preserving kexec has (freezing tasks, suspending devices).
    /// </summary>
    public int LaterStep { get; set; }

    /// <summary>What the next kernel gets; set by the jump.</summary>
    public HandOver? HandedOver { get; private set; }

    public bool Jumped => HandedOver is not null;

    /// <summary>
    /// <c>reboot(LINUX_REBOOT_CMD_KEXEC)</c>. Returns only when it failed, or came back from a context-preserving image; in the model
    /// it returns 0 after the jump as well, and whatever the task holds then is held for ever.
    /// </summary>
    [NoLockAnalysis(Justification = "After the jump the lock dies with the kernel: there is no release to be found.")]
    public int Reboot() => machine.Syscall("reboot", () =>
    {
        SystemTransitionMutex.Enter();
        int error;
        try
        {
            error = KernelKexec();
        }
        catch
        {
            SystemTransitionMutex.Exit();
            throw;
        }

        if (Jumped)
        {
            SystemTransitionMutex.DeclareTerminalHold();
            return 0;
        }

        SystemTransitionMutex.Exit();
        return error;
    });

    /// <summary>
    /// Ends a machine that jumped, on the thread that rebooted it: its blocked tasks wake up in a dead kernel and may end.
    /// </summary>
    [NoLockAnalysis(Justification = "Releases what Reboot keeps.")]
    public void PowerOff()
    {
        machine.Sessions.ReleaseFrozen();
        SystemTransitionMutex.Exit();
    }

    private int KernelKexec()
    {
        // A try-lock in the kernel: an atomic that nobody waits for.
        if (Interlocked.CompareExchange(ref _kexecFlag, 1, 0) != 0)
        {
            return Errno.EBUSY;
        }

        try
        {
            if (!ImageLoaded)
            {
                return Errno.EINVAL;
            }

            int error = PreservesContext && machine.Config.SkipsContextPreservingKexec ? 0 : LiveUpdateReboot();
            if (error < 0)
            {
                return error;
            }

            machine.Probes.Hit(Kprobes.Serialized);
            if (PreservesContext)
            {
                return LaterStep;
            }

            machine.Sessions.DeclareFrozenForEver();
            HandedOver = new HandOver(machine.Sessions.Outgoing.Written, machine.Flbs.Written, machine.Kho.Capture());
            machine.ObserveJump();
            return 0;
        }
        finally
        {
            Volatile.Write(ref _kexecFlag, 0);
        }
    }

    [NoLockAnalysis(Justification = "Success keeps the session subsystem frozen; nothing after it releases it.")]
    private int LiveUpdateReboot()
    {
        if (!machine.Config.LiveUpdateEnabled)
        {
            return 0;
        }

        if (!machine.Sessions.TryFreeze(out int error))
        {
            machine.ObserveFailedSerialization();
            return error;
        }

        try
        {
            machine.Flbs.Serialize();
            return 0;
        }
        catch
        {
            // The kernel has no such path; the model's reboot can be backed out by the validator here.
            machine.Sessions.ReleaseFrozen();
            throw;
        }
    }
}
