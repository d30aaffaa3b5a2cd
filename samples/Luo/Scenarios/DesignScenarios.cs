using LockGraph;
using LockGraph.Core;
using Luo.Kernel;
using Luo.Verdicts;
using Verdict = Luo.Verdicts.Verdict;

namespace Luo.Scenarios;

/// <summary>The designs that were discussed instead of the patch, and the patch beside them.</summary>
internal static class DesignScenarios
{
    [Scenario(9, "Take all session mutexes, no annotation", Policy.TakeAllMutexes, Generation.V3, Verdict.Recursion, BacksOut = true)]
    public static void TakeAllPlain(Stage stage)
    {
        Machine machine = BootWithSessions(stage, stage.Config, 60);
        stage.Reboot.DoGuilty(() => machine.Kexec.Reboot());
        stage.Expect("reported at session", "s2", GuiltySession(stage, ViolationKind.InvalidNesting));
    }

    [Scenario(10, "Take all, ordered class: 60 sessions", Policy.TakeAllMutexes, Generation.V3, Verdict.HeldLimit,
        Variant = "a", BacksOut = true)]
    public static void TakeAllOrdered(Stage stage)
    {
        Machine machine = BootWithSessions(stage, stage.Config with { Annotation = TakeAllAnnotation.Ordered }, 60);
        stage.Reboot.DoGuilty(() => machine.Kexec.Reboot());
        stage.Expect("reported at session", "s46", GuiltySession(stage, ViolationKind.HeldLimit));
    }

    // V1 walks its FLBs without a lock; from V2 on that walk takes one lock more.
    [Scenario(10, "Take all, ordered class: 45 sessions", Policy.TakeAllMutexes, Generation.V1, Variant = "b", BacksOut = true)]
    public static void TakeFewOrdered(Stage stage) =>
        stage.Jump(BootWithSessions(stage, stage.Config with { Annotation = TakeAllAnnotation.Ordered }, 45));

    [Scenario(10, "Take all, ordered class, without system_transition_mutex", Policy.TakeAllMutexes, Generation.V3, Verdict.HeldLimit,
        Variant = "c", BacksOut = true)]
    [NoLockAnalysis(Justification = "The freeze is wrong on purpose and never comes to its result; the validator has to find it.")]
    public static void TakeAllOrderedWithoutTransition(Stage stage)
    {
        Machine machine = BootWithSessions(stage, stage.Config with { Annotation = TakeAllAnnotation.Ordered }, 60);
        stage.Reboot.DoGuilty(() => machine.Sessions.TryFreeze(out _));
        stage.Expect("reported at session", "s47", GuiltySession(stage, ViolationKind.HeldLimit));
    }

    [Scenario(10, "Take all, ordered class: 45 sessions and the FLB walk", Policy.TakeAllMutexes, Generation.V3, Verdict.HeldLimit,
        Variant = "d", BacksOut = true)]
    public static void TakeFewOrderedThenFlbs(Stage stage)
    {
        Machine machine = BootWithSessions(stage, stage.Config with { Annotation = TakeAllAnnotation.Ordered }, 45);
        stage.Reboot.DoGuilty(() => machine.Kexec.Reboot());
        stage.Expect(
            "reported at",
            LockNames.Register,
            stage.Validator.Violations.FirstOrDefault(violation => violation.Kind == ViolationKind.HeldLimit)?.Attempted.Class.Name);
    }

    [Scenario(11, "Take all with a nest lock: 819 sessions", Policy.TakeAllMutexes, Generation.V3, Variant = "a")]
    public static void TakeAllNested(Stage stage) =>
        stage.Jump(BootWithSessions(stage, stage.Config with { Annotation = TakeAllAnnotation.NestLock }, 819));

    [Scenario(11, "Take all with a nest lock: 2048 sessions", Policy.TakeAllMutexes, Generation.V4, Verdict.HeldLimit, Variant = "b")]
    public static void TakeTooManyNested(Stage stage)
    {
        stage.Jump(BootWithSessions(stage, stage.Config with { Annotation = TakeAllAnnotation.NestLock }, 2048));
        stage.Expect("reported at session", "s2048", GuiltySession(stage, ViolationKind.ClassHeldLimit));
    }

    [Scenario(11, "Take all with a nest lock that is not held", Policy.TakeAllMutexes, Generation.V3, Verdict.NestMissing,
        Variant = "c", BacksOut = true)]
    public static void TakeAllNestMissing(Stage stage)
    {
        Machine machine = BootWithSessions(stage, stage.Config with { Annotation = TakeAllAnnotation.NestLock, TakesHeader = false }, 60);
        stage.Reboot.DoGuilty(() => machine.Kexec.Reboot());
    }

    [Scenario(12, "Two VMMs create and preserve", Policy.SerializeRwsem, Generation.V3)]
    public static void TwoVmms(Stage stage)
    {
        using var inside = new Signal("the preserve callback");
        using var proceed = new Signal("the end of the preserve callback");
        Machine machine = stage.Boot();
        StopInPreserve(stage.AddMemfd(machine), "a", inside, proceed);
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd s1 = stage.Create(stage.Agent, device, "s1");
        Pending<int> slow = stage.Vmm1.Begin(() => s1.Preserve(MemfdLuo.Open("a"), 1));
        inside.Await();

        stage.Preserve(stage.Vmm2, stage.Create(stage.Vmm2, device, "s2"), "b");
        stage.Expect("the first is still at it", false, slow.IsDone);
        proceed.Set();
        stage.Expect("preserve", 0, slow.Await());
    }

    [Scenario(13, "The same when the header rwsem is reused", Policy.ReuseHeaderRwsem, Generation.V3)]
    public static void Convoy(Stage stage)
    {
        using var inside = new Signal("the preserve callback");
        using var proceed = new Signal("the end of the preserve callback");
        Machine machine = stage.Boot();
        StopInPreserve(stage.AddMemfd(machine), "a", inside, proceed);
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd s1 = stage.Create(stage.Agent, device, "s1");
        SessionFd s3 = stage.Create(stage.Agent, device, "s3");
        Pending<int> slow = stage.Vmm1.Begin(() => s1.Preserve(MemfdLuo.Open("a"), 1));
        inside.Await();

        Pending<Result<SessionFd>> create = stage.Vmm2.Begin(() => device.CreateSession("s2"));
        stage.Vmm2.AwaitQueuedToWrite(machine.Sessions.Outgoing.Rwsem);
        Pending<int> unrelated = stage.Vmm3.Begin(() => s3.Preserve(MemfdLuo.Open("c"), 1));
        stage.Vmm3.AwaitBlockedOn(LockNames.Outgoing);
        int convoy = stage.Validator.CurrentWaits().Count;
        stage.Note($"convoy: {convoy} tasks wait for one PRESERVE_FD, one of them only to read");
        stage.Expect("convoy", 2, convoy);

        proceed.Set();
        stage.Expect("preserve", 0, slow.Await());
        stage.Expect("create", 0, create.Await().Error);
        stage.Expect("unrelated preserve", 0, unrelated.Await());
    }

    [Scenario(14, "Upgrade self-deadlock", Policy.ReuseHeaderRwsem, Generation.V3, Verdict.Recursion, BacksOut = true)]
    public static void Upgrade(Stage stage)
    {
        Machine machine = BootWithSessions(stage, stage.Config, 0);
        SessionFd s1 = stage.Create(stage.Vmm1, stage.OpenDevice(machine), "s1");
        stage.Vmm1.DoGuilty(() => s1.Close());
    }

    private static Machine BootWithSessions(Stage stage, KernelConfig config, int count)
    {
        Machine machine = stage.Boot(config);
        int created = stage.Agent.Do(() =>
            Enumerable.Range(1, count).Count(id => machine.Sessions.Create("s" + id.ToString(null, null)).Error == 0));
        stage.Expect("sessions created", count, created);
        return machine;
    }

    private static string? GuiltySession(Stage stage, ViolationKind kind) =>
        stage.Validator.Violations.FirstOrDefault(violation => violation.Kind == kind)?.Attempted.InstanceLabel;

    private static void StopInPreserve(ScriptedMemfd memfd, string name, Signal inside, Signal proceed) => memfd.OnPreserve = file =>
    {
        if (file.File!.Name == name)
        {
            inside.Set();
            proceed.Await();
        }
    };
}
