using Luo.Kernel;
using Luo.Mutations;
using Luo.Verdicts;

namespace Luo.Scenarios;

/// <summary>
/// Sessions, locks and objects that go away, or come to life twice, while somebody uses them; and what registration guards.
/// </summary>
internal static class LifetimeScenarios
{
    [Scenario(17, "Retrieve and close race, freed before the lock", Policy.Before, Generation.V2, Verdict.Uaf, Variant = "a")]
    public static void FreedBeforeLock(Stage stage)
    {
        using var found = new Signal("the window of retrieve");
        using var proceed = new Signal("the end of the window");
        (Machine next, DeviceFd device, SessionFd s1) = BootAndRetrieve(stage);
        next.Probes.Set(Kprobes.RetrieveWindow, () =>
        {
            found.Set();
            proceed.Await();
        });
        Pending<Result<SessionFd>> late = stage.Vmm1.Begin(() => device.RetrieveSession("s1"));
        found.Await();
        stage.Expect("close", 0, stage.Vmm2.Do(s1.Close));
        proceed.Set();
        stage.Note("the late retrieve returns " + late.Await());
    }

    [Scenario(17, "Retrieve and close race, freed while locked", Policy.Before, Generation.V2, Verdict.FreedWhileHeld, Verdict.Uaf,
        Variant = "b")]
    public static void FreedWhileLocked(Stage stage)
    {
        using var finished = new Signal("the end of finish");
        using var unlink = new Signal("the unlink");
        using var locked = new Signal("the session mutex");
        using var proceed = new Signal("the end of retrieve");
        (Machine next, DeviceFd device, SessionFd s1) = BootAndRetrieve(stage);
        StopBoth(next, finished, unlink, locked, proceed);
        Pending<int> close = stage.Vmm2.Begin(s1.Close);
        finished.Await();
        Pending<Result<SessionFd>> late = stage.Vmm1.Begin(() => device.RetrieveSession("s1"));
        locked.Await();
        unlink.Set();
        stage.Expect("close", 0, close.Await());
        proceed.Set();
        stage.Note("the late retrieve returns " + late.Await());
    }

    [Scenario(18, "Retrieve and close race, fixed", Policy.SerializeRwsem, Generation.V3)]
    public static void RetrieveFixed(Stage stage)
    {
        using var finished = new Signal("the end of finish");
        using var unlink = new Signal("the unlink");
        using var locked = new Signal("the session mutex");
        using var proceed = new Signal("the end of retrieve");
        (Machine next, DeviceFd device, SessionFd s1) = BootAndRetrieve(stage);
        StopBoth(next, finished, unlink, locked, proceed);
        Pending<int> close = stage.Vmm2.Begin(s1.Close);
        finished.Await();
        Pending<Result<SessionFd>> late = stage.Vmm1.Begin(() => device.RetrieveSession("s1"));
        locked.Await();
        unlink.Set();
        stage.Vmm2.AwaitBlockedOn(LockNames.Incoming);
        proceed.Set();
        stage.Expect("late retrieve", Errno.EINVAL, late.Await().Error);
        stage.Expect("close", 0, close.Await());
        stage.Expect(
            "the edge from the incoming rwsem to the session mutex",
            true,
            stage.Validator.TakeSnapshot().Edges.Any(edge => edge.Outer == LockNames.Incoming && edge.Inner == LockNames.Session));
    }

    [Scenario(21, "Session file without the session mutex", Policy.SerializeRwsem, Generation.V3, Verdict.AssertHeld, IsMutated = true)]
    public static void FileWithoutMutex(Stage stage)
    {
        Machine machine = stage.Boot(mutation: new Mutation(Sessions: sessions => new UnlockedFileSessions(sessions)));
        stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
    }

    [Scenario(29, "Registration while sessions exist", Policy.Before, Generation.V1, Variant = "a")]
    [Scenario(29, "Registration while sessions exist", Policy.Before, Generation.V2, Variant = "b")]
    public static void RegistrationWithSessions(Stage stage)
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd s1 = stage.Create(stage.Agent, device, "s1");
        var late = new ScriptedMemfd(machine, "memfd-v2");
        bool quiesces = !machine.Config.HasRegisterRwlock;
        stage.Expect("register", quiesces ? Errno.EBUSY : 0, stage.Drv.Do(() => machine.Files.Register(late)));
        stage.Create(stage.Vmm1, device, "s2");
        stage.Expect("close", 0, stage.Agent.Do(s1.Close));
        stage.Expect(
            "the edge from the incoming to the outgoing rwsem",
            quiesces,
            stage.Validator.TakeSnapshot().Edges.Any(edge => edge.Outer == LockNames.Incoming && edge.Inner == LockNames.Outgoing));
    }

    [Scenario(32, "FLB last-put race", Policy.Before, Generation.V2, Verdict.Uaf, Variant = "a")]
    public static void FlbLastPut(Stage stage)
    {
        (Machine next, ScriptedFlb flb, SessionFd s1) = BootAndRetrieveWithFlb(stage);
        FlbObject? got = null;
        next.Probes.Set(Kprobes.FlbFinishWindow, () => got = stage.Drv.Do(() => next.Flbs.GetIncoming(flb)).Value);
        stage.Expect("finish", 0, stage.Vmm1.Do(s1.Finish));
        stage.Expect("the driver got the object", true, got is not null);
        stage.Drv.Do(() => stage.Use(next, got!));
        stage.Drv.Do(() => next.Flbs.PutIncoming(flb));
    }

    [Scenario(32, "FLB last put, counted", Policy.SerializeRwsem, Generation.V3, Variant = "b")]
    public static void FlbLastPutCounted(Stage stage)
    {
        (Machine next, ScriptedFlb flb, SessionFd s1) = BootAndRetrieveWithFlb(stage);
        FlbObject got = stage.Drv.Do(() => next.Flbs.GetIncoming(flb)).Value!;
        stage.Expect("finish", 0, stage.Vmm1.Do(s1.Finish));
        stage.Drv.Do(() => stage.Use(next, got));
        stage.Expect("finished under its user", 0, flb.Finished);
        stage.Drv.Do(() => next.Flbs.PutIncoming(flb));
        stage.Expect("finished after the last put", 1, flb.Finished);
        stage.Expect("get after finish", Errno.ENODATA, stage.Drv.Do(() => next.Flbs.GetIncoming(flb)).Error);
    }

    [Scenario(33, "FLB lazy init race", Policy.Before, Generation.V1, Verdict.Reinit, Variant = "a")]
    public static void FlbInitRace(Stage stage)
    {
        using var tested = new Signal("the test of the second user");
        using var proceed = new Signal("the second initialization");
        using var holding = new Signal("the retrieve callback");
        using var release = new Signal("the end of the retrieve callback");
        (Machine next, ScriptedFlb flb, _) = BootAndRetrieveWithFlb(stage);
        flb.OnRetrieve = () =>
        {
            holding.Set();
            release.Await();
            return 0;
        };
        next.Probes.Set(Kprobes.FlbInitWindow, () =>
        {
            next.Probes.Clear(Kprobes.FlbInitWindow);
            tested.Set();
            proceed.Await();
        });
        Pending<Result<FlbObject>> second = stage.Vmm2.Begin(() => next.Flbs.GetIncoming(flb));
        tested.Await();
        Pending<Result<FlbObject>> first = stage.Drv.Begin(() => next.Flbs.GetIncoming(flb));
        holding.Await();
        proceed.Set();
        stage.Vmm2.AwaitBlockedOn(LockNames.IncomingFlb);
        release.Set();
        stage.Expect("first", 0, first.Await().Error);
        stage.Expect("second", 0, second.Await().Error);
    }

    [Scenario(33, "FLB lazy init, guarded", Policy.Before, Generation.V2, Variant = "b")]
    public static void FlbInitGuarded(Stage stage)
    {
        using var holding = new Signal("the retrieve callback");
        using var release = new Signal("the end of the retrieve callback");
        (Machine next, ScriptedFlb flb, _) = BootAndRetrieveWithFlb(stage);
        flb.OnRetrieve = () =>
        {
            holding.Set();
            release.Await();
            return 0;
        };
        Pending<Result<FlbObject>> first = stage.Drv.Begin(() => next.Flbs.GetIncoming(flb));
        holding.Await();
        Pending<Result<FlbObject>> second = stage.Vmm2.Begin(() => next.Flbs.GetIncoming(flb));
        stage.Vmm2.AwaitBlockedOn(LockNames.IncomingFlb);
        release.Set();
        stage.Expect("first", 0, first.Await().Error);
        stage.Expect("second", 0, second.Await().Error);
    }

    private static (Machine Next, DeviceFd Device, SessionFd Session) BootAndRetrieve(Stage stage)
    {
        Machine next = stage.BootAfterJump("s1:a");
        stage.AddMemfd(next);
        DeviceFd device = stage.OpenDevice(next);
        return (next, device, stage.Retrieve(stage.Vmm2, device, "s1"));
    }

    private static (Machine Next, ScriptedFlb Flb, SessionFd Session) BootAndRetrieveWithFlb(Stage stage)
    {
        Machine next = stage.BootAfterJump((machine, memfd) => stage.AddFlb(machine, memfd), "s1:a");
        ScriptedFlb flb = stage.AddFlb(next, stage.AddMemfd(next));
        return (next, flb, stage.Retrieve(stage.Vmm1, stage.OpenDevice(next), "s1"));
    }

    /// <summary>Stops the close between finish and unlink, and the retrieve under the session mutex.</summary>
    private static void StopBoth(Machine machine, Signal finished, Signal unlink, Signal locked, Signal proceed)
    {
        machine.Probes.Set(Kprobes.ReleaseFinished, () =>
        {
            finished.Set();
            unlink.Await();
        });
        machine.Probes.Set(Kprobes.RetrieveLocked, () =>
        {
            locked.Set();
            proceed.Await();
        });
    }
}
