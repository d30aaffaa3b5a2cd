using Luo.Kernel;
using Luo.Verdicts;

namespace Luo.Scenarios;

/// <summary>What may happen around a serialization: before, during, after, and when it fails.</summary>
internal static class FreezeScenarios
{
    [Scenario(2, "Reboot races PRESERVE_FD, old code", Policy.Before, Generation.V2, Verdict.LostUpdate)]
    public static void RebootRacesPreserve(Stage stage)
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        stage.Preserve(stage.Vmm1, s1, "a");
        machine.Probes.Set(Kprobes.SessionFrozen, () => stage.Expect("preserve", 0, stage.Vmm1.Do(() => s1.Preserve(MemfdLuo.Open("b"), 2))));
        stage.Jump(machine);
    }

    [Scenario(3, "The same, new code, reader first", Policy.SerializeRwsem, Generation.V3)]
    public static void ReaderFirst(Stage stage)
    {
        using var inside = new Signal("the preserve callback");
        using var proceed = new Signal("the end of the preserve callback");
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        memfd.OnPreserve = _ =>
        {
            inside.Set();
            proceed.Await();
        };
        Pending<int> preserve = stage.Vmm1.Begin(() => s1.Preserve(MemfdLuo.Open("a"), 1));
        inside.Await();
        Pending<int> reboot = stage.Reboot.Begin(machine.Kexec.Reboot);
        stage.Reboot.AwaitBlockedOn(LockNames.Serialize);
        proceed.Set();
        stage.Expect("preserve", 0, preserve.Await());
        stage.Expect("reboot", 0, reboot.Await());
        stage.Expect("files in the snapshot", 1, machine.Kexec.HandedOver?.Sessions[0].Files.Count);
    }

    [Scenario(4, "Mutation after freeze", Policy.SerializeRwsem, Generation.V3, Verdict.BlockedForever)]
    public static void MutationAfterFreeze(Stage stage)
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd s1 = stage.Create(stage.Agent, device, "s1");
        machine.Probes.Set(Kprobes.Serialized, () =>
        {
            stage.Agent.Begin(() => device.CreateSession("s2"));
            stage.Vmm1.Begin(() => s1.Preserve(MemfdLuo.Open("a"), 1));
            stage.Vmm2.Begin(s1.GetName);
            stage.Vmm3.Begin(s1.Close);
            foreach (Actor actor in new[] { stage.Agent, stage.Vmm1, stage.Vmm2, stage.Vmm3 })
            {
                actor.AwaitBlockedOn(LockNames.Serialize);
            }
        });
        stage.Expect("sessions in the snapshot", 1, stage.Jump(machine).Sessions.Count);
        stage.Expect("locks held by those who wait", 0, stage.Validator.CurrentWaits().Sum(wait => wait.Held.Count));
    }

    [Scenario(5, "Serialization fails, recovery", Policy.SerializeRwsem, Generation.V3)]
    public static void FailedSerialization(Stage stage)
    {
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        DeviceFd device = stage.OpenDevice(machine);
        stage.Preserve(stage.Vmm1, stage.Create(stage.Agent, device, "s1"), "a", "b");
        stage.Preserve(stage.Vmm1, stage.Create(stage.Agent, device, "s2"), "c", "d");
        stage.Create(stage.Agent, device, "s3");

        Pending<Result<SessionFd>>? create = null;
        memfd.OnFreeze = file =>
        {
            if (file.File!.Name != "d")
            {
                return 0;
            }

            create = stage.Vmm2.Begin(() => device.CreateSession("s4"));
            stage.Vmm2.AwaitBlockedOn(LockNames.Serialize);
            return Errno.EIO;
        };
        stage.Expect("reboot", Errno.EIO, stage.Reboot.Do(machine.Kexec.Reboot));
        stage.Expect(
            "callbacks",
            "freeze a, freeze b, freeze c, freeze d, unfreeze c, unfreeze a, unfreeze b",
            string.Join(", ", memfd.Calls));
        stage.Expect("names of written sessions", string.Empty, string.Concat(machine.Sessions.Outgoing.Written.Select(session => session.Name)));
        stage.Expect("the create that waited", 0, create?.Await().Error);

        memfd.OnFreeze = null;
        stage.Expect("sessions in the second snapshot", 4, stage.Jump(machine).Sessions.Count);
    }

    [Scenario(6, "Second attempt after rollback", Policy.Before, Generation.V0, Verdict.StaleSnapshot, Variant = "a")]
    [Scenario(6, "Second attempt after rollback", Policy.Before, Generation.V1, Variant = "b")]
    public static void SecondAttempt(Stage stage)
    {
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        stage.Preserve(stage.Vmm1, stage.Create(stage.Agent, stage.OpenDevice(machine), "s1"), "a", "b");
        memfd.OnFreeze = file => file.File!.Name == "b" ? Errno.EIO : 0;
        stage.Expect("first reboot", Errno.EIO, stage.Reboot.Do(machine.Kexec.Reboot));
        memfd.OnFreeze = null;
        stage.Jump(machine);
    }

    [Scenario(15, "Release during reboot, old code", Policy.Before, Generation.V2, Verdict.StaleSnapshot, Verdict.Uaf)]
    public static void ReleaseDuringReboot(Stage stage)
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        stage.Preserve(stage.Vmm1, s1, "a");
        machine.Probes.Set(Kprobes.Serialized, () => stage.Expect("close", 0, stage.Vmm1.Do(s1.Close)));

        Machine next = stage.Boot(received: stage.Jump(machine));
        stage.AddMemfd(next);
        SessionFd restored = stage.Retrieve(stage.Vmm1, stage.OpenDevice(next), "s1");
        stage.Note("the next kernel retrieves the file: " + stage.Vmm1.Do(() => restored.Retrieve(1)));
    }

    [Scenario(16, "Release during reboot, new code", Policy.SerializeRwsem, Generation.V3, Verdict.BlockedForever)]
    public static void ReleaseAfterFreeze(Stage stage)
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        stage.Preserve(stage.Vmm1, s1, "a");
        machine.Probes.Set(Kprobes.Serialized, () =>
        {
            stage.Vmm1.Begin(s1.Close);
            stage.Vmm1.AwaitBlockedOn(LockNames.Serialize);
        });

        Machine next = stage.Boot(received: stage.Jump(machine));
        stage.AddMemfd(next);
        SessionFd restored = stage.Retrieve(stage.Vmm2, stage.OpenDevice(next), "s1");
        stage.Expect("retrieved file", "a", stage.Vmm2.Do(() => restored.Retrieve(1)).Value?.Name);
    }

    [Scenario(23, "Context-preserving kexec, without patch 1/5", Policy.SerializeRwsem, Generation.V3, Verdict.LeakAtExit, Verdict.BlockedForever,
        Variant = "a", IsMutated = true)]
    public static void ContextPreservingLeaks(Stage stage)
    {
        Machine machine = stage.Boot(stage.Config with { SkipsContextPreservingKexec = false });
        DeviceFd device = stage.OpenDevice(machine);
        FailLaterStep(stage, machine);
        stage.Vmm1.Begin(() => device.CreateSession("s1"));
        stage.Vmm1.AwaitBlockedOn(LockNames.Serialize);
    }

    [Scenario(23, "Context-preserving kexec, with patch 1/5", Policy.SerializeRwsem, Generation.V3, Variant = "b")]
    public static void ContextPreservingSkips(Stage stage)
    {
        Machine machine = stage.Boot();
        DeviceFd device = stage.OpenDevice(machine);
        FailLaterStep(stage, machine);
        stage.Create(stage.Vmm1, device, "s1");
    }

    [Scenario(34, "Hot-unplug after freeze", Policy.SerializeRwsem, Generation.V5, Verdict.StaleSnapshot)]
    public static void HotUnplugAfterFreeze(Stage stage)
    {
        Machine machine = stage.Boot();
        ScriptedFlb flb = stage.AddFlb(machine, stage.AddMemfd(machine));
        stage.Preserve(stage.Vmm1, stage.Create(stage.Agent, stage.OpenDevice(machine), "s1"), "a");
        machine.Probes.Set(Kprobes.Serialized, () => stage.Drv.Do(() =>
        {
            stage.Expect("get outgoing", 0, machine.Flbs.GetOutgoing(flb).Error);
            machine.Flbs.ReplaceOutgoing(flb, handle: -1);
            machine.Flbs.PutOutgoing(flb);
        }));
        stage.Jump(machine);
    }

    [Scenario(36, "Fault under the read lock", Policy.SerializeRwsem, Generation.V3, Verdict.Deadlock)]
    public static void FaultUnderReadLock(Stage stage)
    {
        // Never set: the page is served by a task that never gets that far.
        var served = new Signal("the page");
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd s1 = stage.Create(stage.Vmm1, device, "s1");
        SessionFd s2 = stage.Create(stage.Agent, device, "s2");
        stage.Vmm1.Do(() => machine.CurrentTask.Memory.ServeFault = () => stage.AwaitService(machine, served, stage.Agent));
        stage.Vmm1.Begin(() => s1.Preserve(MemfdLuo.Open("a"), 1));
        stage.AwaitServiceWait(stage.Vmm1);
        stage.Reboot.Begin(machine.Kexec.Reboot);
        stage.Reboot.AwaitQueuedToWrite(machine.Sessions.SerializeRwsem);
        stage.Agent.Begin(() =>
        {
            s2.GetName();
            served.Set();
        });
        stage.Agent.AwaitBlockedOn(LockNames.Serialize);
    }

    [Scenario(40, "Two reboots: the second retries", Policy.SerializeRwsem, Generation.V3, Variant = "a")]
    public static void SecondRebootRetries(Stage stage)
    {
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        stage.Preserve(stage.Vmm1, stage.Create(stage.Agent, stage.OpenDevice(machine), "s1"), "a");
        Pending<int>? second = null;
        memfd.OnFreeze = _ =>
        {
            memfd.OnFreeze = null;
            second = stage.Reboot2.Begin(machine.Kexec.Reboot);
            stage.Reboot2.AwaitBlockedOn(LockNames.SystemTransition);
            return Errno.EIO;
        };
        stage.Expect("first reboot", Errno.EIO, stage.Reboot.Do(machine.Kexec.Reboot));
        stage.Expect("second reboot", 0, second?.Await());
        stage.Expect("jumped", true, machine.Kexec.Jumped);
    }

    [Scenario(40, "Two reboots: the second never runs", Policy.SerializeRwsem, Generation.V3, Verdict.BlockedForever, Variant = "b")]
    public static void SecondRebootNeverRuns(Stage stage)
    {
        Machine machine = stage.Boot();
        machine.Probes.Set(Kprobes.Serialized, () =>
        {
            stage.Reboot2.Begin(machine.Kexec.Reboot);
            stage.Reboot2.AwaitBlockedOn(LockNames.SystemTransition);
        });
        stage.Jump(machine);
    }

    private static void FailLaterStep(Stage stage, Machine machine)
    {
        machine.Kexec.PreservesContext = true;
        machine.Kexec.LaterStep = Errno.EBUSY;
        stage.Expect("reboot", Errno.EBUSY, stage.Reboot.Do(machine.Kexec.Reboot));
    }
}
