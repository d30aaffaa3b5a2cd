using LockGraph;
using Luo.Kernel;
using Luo.Mutations;
using Luo.Verdicts;

namespace Luo.Scenarios;

/// <summary>A task asks again for a lock, or for a class, that it holds.</summary>
internal static class RecursionScenarios
{
    [Scenario(25, "Callback creates a session", Policy.SerializeRwsem, Generation.V3, Verdict.Recursion, Variant = "a", IsMutated = true)]
    public static void CallbackCreates(Stage stage)
    {
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        memfd.OnPreserve = _ => machine.Sessions.Create("s2");
        stage.Vmm1.DoGuilty(() => s1.Preserve(MemfdLuo.Open("a"), 1));
    }

    [Scenario(25, "Callback retrieves from another session, old code", Policy.Before, Generation.V2, Verdict.Recursion,
        Variant = "b", IsMutated = true)]
    public static void CallbackRetrieves(Stage stage)
    {
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd s1 = stage.Create(stage.Agent, device, "s1");
        SessionFd s2 = stage.Create(stage.Agent, device, "s2");
        memfd.OnPreserve = _ => machine.Sessions.Ioctl(s2.Session, new SessionIoctl(SessionCommand.RetrieveFd) { Token = 1 });
        stage.Vmm1.DoGuilty(() => s1.Preserve(MemfdLuo.Open("a"), 1));
    }

    [Scenario(26, "Release inside a callback: at once", Policy.SerializeRwsem, Generation.V3, Verdict.Recursion,
        Variant = "a", IsMutated = true)]
    [Scenario(26, "Release inside a callback: at once, old code", Policy.Before, Generation.V2, Verdict.Recursion,
        Variant = "b", BacksOut = true, IsMutated = true)]
    public static void ReleaseAtOnce(Stage stage) => CloseWithNestedRelease(stage, static other => other.ReleaseNow());

    [Scenario(26, "Release inside a callback: deferred", Policy.SerializeRwsem, Generation.V3, Variant = "c")]
    public static void ReleaseDeferred(Stage stage)
    {
        Machine machine = CloseWithNestedRelease(stage, static other => other.DropReference());
        stage.Expect("sessions left", 0, machine.Sessions.Outgoing.Count);
    }

    [Scenario(27, "Freeze callback closes a session at once", Policy.SerializeRwsem, Generation.V3, Verdict.Recursion, Verdict.Deadlock,
        IsMutated = true)]
    public static void FreezeCloses(Stage stage)
    {
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        DeviceFd device = stage.OpenDevice(machine);
        stage.Preserve(stage.Vmm1, stage.Create(stage.Agent, device, "s1"), "a");
        SessionFd s2 = stage.Create(stage.Agent, device, "s2");
        memfd.OnFreeze = _ => s2.ReleaseNow();
        stage.Reboot.DoGuilty(() => machine.Kexec.Reboot());
    }

    [Scenario(28, "Self-test under the register lock", Policy.SerializeRwsem, Generation.V3, Verdict.Recursion,
        Variant = "a", BacksOut = true, IsMutated = true)]
    public static void SelfTestUnderLock(Stage stage) =>
        RegisterWithSelfTest(stage, stage.Boot(mutation: new Mutation(Files: machine => new SelfTestUnderLockFiles(machine))));

    [Scenario(28, "Self-test after the register lock", Policy.SerializeRwsem, Generation.V3, Variant = "b")]
    public static void SelfTestAfterLock(Stage stage)
    {
        Machine machine = stage.Boot();
        RegisterWithSelfTest(stage, machine);
        stage.Expect("FLBs", 1, machine.Flbs.All.Count);
    }

    [Scenario(31, "FLB asks for itself", Policy.SerializeRwsem, Generation.V5, Verdict.Recursion, Verdict.Deadlock, IsMutated = true)]
    [NoLockAnalysis(Justification = "The callback is wrong on purpose; the validator has to find it.")]
    public static void FlbAsksForItself(Stage stage)
    {
        Machine machine = stage.Boot();
        ScriptedFlb flb = stage.AddFlb(machine, stage.AddMemfd(machine));
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        flb.OnPreserve = () =>
        {
            machine.Flbs.GetOutgoing(flb);
            return 0;
        };
        stage.Vmm1.DoGuilty(() => s1.Preserve(MemfdLuo.Open("a"), 1));
    }

    [Scenario(35, "Dependent files, plain", Policy.SerializeRwsem, Generation.V5, Verdict.Recursion, Variant = "a", IsMutated = true)]
    public static void DependentFiles(Stage stage) => RetrieveWithDependency(stage, ordered: false, ring: false);

    [Scenario(35, "Dependent files, ordered by depth", Policy.SerializeRwsem, Generation.V5, Variant = "b", IsMutated = true)]
    public static void OrderedDependentFiles(Stage stage) => RetrieveWithDependency(stage, ordered: true, ring: false);

    [Scenario(35, "Dependent files, in a ring", Policy.SerializeRwsem, Generation.V5, Verdict.Recursion, Verdict.Deadlock,
        Variant = "c", IsMutated = true)]
    public static void DependencyRing(Stage stage) => RetrieveWithDependency(stage, ordered: true, ring: true);

    private static Machine CloseWithNestedRelease(Stage stage, Action<SessionFd> release)
    {
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd s1 = stage.Create(stage.Agent, device, "s1");
        SessionFd s2 = stage.Create(stage.Agent, device, "s2");
        stage.Preserve(stage.Vmm1, s1, "a");
        memfd.OnUnpreserve = _ => release(s2);
        stage.Vmm1.DoGuilty(() => s1.Close());
        return machine;
    }

    private static void RegisterWithSelfTest(Stage stage, Machine machine)
    {
        var handler = new ScriptedMemfd(machine);
        var flb = new ScriptedFlb();
        handler.SelfTest = () => machine.Flbs.Register(handler, flb);
        stage.Drv.DoGuilty(() => machine.Files.Register(handler));
    }

    /// <summary>Token 1 depends on token 2; in the ring, token 2 on token 1 as well.</summary>
    [NoLockAnalysis(Justification = "The callback runs under the session mutex, which its caller took.")]
    private static void RetrieveWithDependency(Stage stage, bool ordered, bool ring)
    {
        Machine next = stage.BootAfterJump("s1:a,b");
        ScriptedMemfd memfd = stage.AddMemfd(next);
        SessionFd s1 = stage.Retrieve(stage.Vmm1, stage.OpenDevice(next), "s1");
        if (ordered)
        {
            foreach (IncomingFile file in s1.Session.Files.Files.Cast<IncomingFile>())
            {
                file.Mutex.OrderKey = file.Token;
            }
        }

        int depth = 0;
        memfd.OnRetrieve = file =>
        {
            ulong? dependency = file.Token == 1 ? 2 : ring ? 1 : null;

            // A kernel mutex would have stopped at the second round; the model's lets its holder pass.
            return dependency is null || ++depth > 2 ? 0 : s1.Session.Files.RetrieveDependency(dependency.Value, out _);
        };
        stage.Vmm1.DoGuilty(() => stage.Expect("retrieve", 0, s1.Retrieve(1).Error));
    }
}
