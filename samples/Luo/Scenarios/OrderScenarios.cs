using LockGraph;
using Luo.Kernel;
using Luo.Mutations;
using Luo.Verdicts;

namespace Luo.Scenarios;

/// <summary>Locks taken in conflicting orders.</summary>
internal static class OrderScenarios
{
    [Scenario(7, "Inverted order, before any serialization", Policy.SerializeRwsem, Generation.V3, Verdict.Circular,
        Variant = "a", IsMutated = true, PromisesNothing = true)]
    public static void InvertedBefore(Stage stage)
    {
        (Machine machine, SessionFd s1) = BootWithTwoSessions(stage, machine => new LateUnlockSessions(machine));
        stage.Expect("close", 0, stage.Vmm1.Do(s1.Close));
        stage.Jump(machine);
    }

    [Scenario(7, "Inverted order, after a serialization", Policy.SerializeRwsem, Generation.V3, Verdict.Circular,
        Variant = "b", IsMutated = true, PromisesNothing = true)]
    public static void InvertedAfter(Stage stage)
    {
        (Machine machine, SessionFd s1) = BootWithTwoSessions(stage, machine => new LateUnlockSessions(machine));
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        stage.Preserve(stage.Vmm1, s1, "a");
        memfd.OnFreeze = _ => Errno.EIO;
        stage.Expect("reboot", Errno.EIO, stage.Reboot.Do(machine.Kexec.Reboot));
        stage.Expect("close", 0, stage.Vmm1.Do(s1.Close));
    }

    [Scenario(7, "Inverted order, against the declaration alone", Policy.SerializeRwsem, Generation.V3, Verdict.Circular,
        Variant = "c", IsMutated = true)]
    public static void InvertedAgainstDeclaration(Stage stage)
    {
        (_, SessionFd s1) = BootWithTwoSessions(stage, machine => new LateUnlockSessions(machine));
        stage.Expect("close", 0, stage.Vmm1.Do(s1.Close));
    }

    [Scenario(8, "Inversion against the freezer, never overlapping", Policy.SerializeRwsem, Generation.V3, Verdict.Circular,
        Variant = "a", IsMutated = true)]
    public static void InvertedAgainstFreezer(Stage stage)
    {
        (Machine machine, SessionFd s1) = BootWithTwoSessions(stage, machine => new MutexFirstSessions(machine));
        stage.AddMemfd(machine);
        stage.Preserve(stage.Vmm1, s1, "a");
        stage.Jump(machine);
    }

    [Scenario(8, "Inversion against the freezer, meeting it", Policy.SerializeRwsem, Generation.V3, Verdict.Circular, Verdict.Deadlock,
        Variant = "b", IsMutated = true)]
    public static void DeadlockAgainstFreezer(Stage stage)
    {
        (Machine machine, SessionFd s1) = BootWithTwoSessions(stage, machine => new MutexFirstSessions(machine));
        stage.AddMemfd(machine);
        using var locked = new Signal("the session mutex");
        machine.Probes.Set(MutexFirstSessions.MutexHeld, () =>
        {
            locked.Set();
            stage.Reboot.AwaitBlockedOn(LockNames.Session);
        });
        stage.Vmm1.Begin(() => s1.Preserve(MemfdLuo.Open("a"), 1));
        locked.Await();
        stage.Reboot.Begin(machine.Kexec.Reboot);
        stage.Reboot.AwaitBlockedOn(LockNames.Session);
        stage.Vmm1.AwaitBlockedOn(LockNames.Serialize);
    }

    [Scenario(22, "Gate design: one close is enough", Policy.RebootGate, Generation.V2, Verdict.Circular, PromisesNothing = true)]
    public static void GateDesign(Stage stage)
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        stage.Preserve(stage.Vmm1, s1, "a");
        stage.Expect("close", 0, stage.Vmm1.Do(s1.Close));
    }

    [Scenario(24, "Handler needs the reboot mutex, never overlapping", Policy.SerializeRwsem, Generation.V3, Verdict.Circular,
        Variant = "a", IsMutated = true)]
    public static void HandlerTakesRebootMutex(Stage stage)
    {
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        memfd.OnPreserve = _ => TakeRebootMutex(machine);
        stage.Preserve(stage.Drv, s1, "a");
        stage.Jump(machine);
    }

    [Scenario(24, "Handler needs the reboot mutex, meeting a reboot", Policy.SerializeRwsem, Generation.V3, Verdict.Circular, Verdict.Deadlock,
        Variant = "b", IsMutated = true)]
    public static void HandlerMeetsReboot(Stage stage)
    {
        using var inside = new Signal("the preserve callback");
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        memfd.OnPreserve = _ =>
        {
            inside.Set();
            stage.Reboot.AwaitBlockedOn(LockNames.Serialize);
            TakeRebootMutex(machine);
        };
        stage.Drv.Begin(() => s1.Preserve(MemfdLuo.Open("a"), 1));
        inside.Await();
        stage.Reboot.Begin(machine.Kexec.Reboot);
        stage.Reboot.AwaitBlockedOn(LockNames.Serialize);
        stage.Drv.AwaitBlockedOn(LockNames.SystemTransition);
    }

    [Scenario(30, "FLB against a driver's lock", Policy.SerializeRwsem, Generation.V5, Verdict.Circular, IsMutated = true)]
    public static void FlbAgainstDriver(Stage stage)
    {
        Machine next = stage.BootAfterJump((machine, memfd) => stage.AddFlb(machine, memfd), "s1:a");
        ScriptedFlb flb = stage.AddFlb(next, stage.AddMemfd(next));
        var driverLock = new TrackedMonitor("pci_driver.lock", reentrant: false);
        SessionFd s1 = stage.Retrieve(stage.Vmm1, stage.OpenDevice(next), "s1");

        stage.Drv.Do(() =>
        {
            using (driverLock.EnterScope())
            {
                stage.Expect("get incoming", 0, next.Flbs.GetIncoming(flb).Error);
                next.Flbs.PutIncoming(flb);
            }
        });
        flb.OnFinish = () =>
        {
            using (driverLock.EnterScope())
            {
                // The driver forgets what it had restored.
            }
        };
        stage.Expect("finish", 0, stage.Vmm1.Do(s1.Finish));
        stage.Expect("FLB finished", 1, flb.Finished);
    }

    private static (Machine Machine, SessionFd First) BootWithTwoSessions(Stage stage, Func<Machine, LuoSessions> sessions)
    {
        Machine machine = stage.Boot(mutation: new Mutation(Sessions: sessions));
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd first = stage.Create(stage.Agent, device, "s1");
        stage.Create(stage.Agent, device, "s2");
        return (machine, first);
    }

    private static void TakeRebootMutex(Machine machine)
    {
        using (machine.Kexec.SystemTransitionMutex.EnterScope())
        {
            // A power-management helper that the driver calls wants no transition now.
        }
    }
}
