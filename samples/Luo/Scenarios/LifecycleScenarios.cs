using Luo.Kernel;
using Luo.Verdicts;

namespace Luo.Scenarios;

/// <summary>The whole cycle, its results, and its limits.</summary>
internal static class LifecycleScenarios
{
    [Scenario(1, "Happy cycle", Policy.SerializeRwsem, Generation.V5)]
    public static void HappyCycle(Stage stage)
    {
        Machine old = stage.Boot();
        ScriptedFlb given = stage.AddFlb(old, stage.AddMemfd(old));
        DeviceFd device = stage.OpenDevice(old);
        SessionFd s1 = stage.Create(stage.Agent, device, "s1");
        SessionFd s2 = stage.Create(stage.Agent, device, "s2");
        stage.Preserve(stage.Vmm1, s1, "a", "b");
        stage.Preserve(stage.Vmm2, s2, "c");
        stage.Expect("get name", "s1", stage.Vmm1.Do(s1.GetName).Value);

        SessionFd abandoned = stage.Create(stage.Vmm2, device, "s3");
        stage.Preserve(stage.Vmm2, abandoned, "d");
        stage.Expect("close", 0, stage.Vmm2.Do(abandoned.Close));
        stage.Expect("FLB created", 1, given.Preserved);

        Machine next = stage.Boot(received: stage.Jump(old));
        ScriptedFlb taken = stage.AddFlb(next, stage.AddMemfd(next));
        DeviceFd reopened = stage.OpenDevice(next);
        TakeOver(stage, stage.Vmm1, stage.Retrieve(stage.Vmm1, reopened, "s1"), "a", "b");
        TakeOver(stage, stage.Vmm2, stage.Retrieve(stage.Vmm2, reopened, "s2"), "c");
        stage.Expect("abandoned session", Errno.ENOENT, stage.Agent.Do(() => reopened.RetrieveSession("s3")).Error);
        stage.Expect("close the device", 0, stage.Agent.Do(reopened.Close));
        stage.Expect("FLB finished", 1, taken.Finished);
        stage.Expect("incoming sessions left", 0, next.Sessions.Incoming.Count);

        foreach (string difference in KernelGraph.Differences(stage.Validator.TakeSnapshot()))
        {
            stage.Expect("lock graph", "the kernel's", difference);
        }
    }

    [Scenario(19, "Results of retrieve and finish", Policy.SerializeRwsem, Generation.V3)]
    public static void ResultsOfRetrieve(Stage stage)
    {
        Machine next = stage.BootAfterJump("s1:a,b", "s2:");
        ScriptedMemfd memfd = stage.AddMemfd(next);
        DeviceFd device = stage.OpenDevice(next);
        stage.Expect("unknown session", Errno.ENOENT, stage.Vmm1.Do(() => device.RetrieveSession("nobody")).Error);
        SessionFd s1 = stage.Retrieve(stage.Vmm1, device, "s1");
        stage.Expect("retrieved twice", Errno.EINVAL, stage.Vmm2.Do(() => device.RetrieveSession("s1")).Error);

        Result<FileObject> first = stage.Vmm1.Do(() => s1.Retrieve(1));
        Result<FileObject> again = stage.Vmm1.Do(() => s1.Retrieve(1));
        stage.Expect("file", "a", first.Value?.Name);
        stage.Expect("file, twice", first, again);
        stage.Expect("unknown token", Errno.ENOENT, stage.Vmm1.Do(() => s1.Retrieve(99)).Error);

        memfd.OnRetrieve = file => file.Token == 2 ? Errno.EIO : 0;
        stage.Expect("failed retrieve", Errno.EIO, stage.Vmm1.Do(() => s1.Retrieve(2)).Error);
        memfd.OnRetrieve = null;
        stage.Expect("failed retrieve, repeated", Errno.EIO, stage.Vmm1.Do(() => s1.Retrieve(2)).Error);

        memfd.OnCanFinish = file => file.Token != 1;
        stage.Expect("finish refused", Errno.EBUSY, stage.Vmm1.Do(s1.Finish));
        memfd.OnCanFinish = null;
        stage.Expect("finish", 0, stage.Vmm1.Do(s1.Finish));
        stage.Expect("close", 0, stage.Vmm1.Do(s1.Close));

        SessionFd s2 = stage.Retrieve(stage.Vmm2, device, "s2");
        stage.Expect("empty session, any token", Errno.ENOENT, stage.Vmm2.Do(() => s2.Retrieve(1)).Error);
        stage.Expect("finish of an empty session", 0, stage.Vmm2.Do(s2.Finish));
    }

    [Scenario(20, "Close with a refusing file", Policy.SerializeRwsem, Generation.V3)]
    public static void CloseWithRefusingFile(Stage stage)
    {
        Machine next = stage.BootAfterJump("s1:a");
        ScriptedMemfd memfd = stage.AddMemfd(next);
        DeviceFd device = stage.OpenDevice(next);
        SessionFd s1 = stage.Retrieve(stage.Vmm1, device, "s1");
        memfd.OnCanFinish = _ => false;
        stage.Expect("close", 0, stage.Vmm1.Do(s1.Close));
        stage.Expect("release", (int?)Errno.EBUSY, s1.ReleaseResult);
        stage.Expect("stranded session", Errno.EINVAL, stage.Vmm2.Do(() => device.RetrieveSession("s1")).Error);
        stage.Expect("incoming sessions left", 1, next.Sessions.Incoming.Count);
    }

    [Scenario(37, "Capacity: fixed arrays", Policy.SerializeRwsem, Generation.V3, Variant = "a")]
    public static void FixedCapacity(Stage stage)
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd first = stage.Create(stage.Agent, device, "first");
        int refusal = 0;
        stage.Expect("more sessions that fit", 818, stage.Agent.Do(() => CreateUntilRefused(device, 900, out refusal)));
        stage.Expect("session number 820", Errno.ENOMEM, refusal);
        stage.Expect("files that fit", 128, stage.Vmm1.Do(() => PreserveUntilRefused(first, 200, out refusal)));
        stage.Expect("file number 129", Errno.ENOSPC, refusal);
    }

    [Scenario(37, "Capacity: block chains", Policy.SerializeRwsem, Generation.V4, Variant = "b")]
    public static void ChainedCapacity(Stage stage)
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd first = stage.Create(stage.Agent, device, "first");
        stage.Expect("more sessions", 1999, stage.Agent.Do(() => CreateUntilRefused(device, 1999, out _)));
        stage.Expect("files", 500, stage.Vmm1.Do(() => PreserveUntilRefused(first, 500, out _)));
    }

    [Scenario(38, "Double preserve", Policy.SerializeRwsem, Generation.V3)]
    public static void DoublePreserve(Stage stage)
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd s1 = stage.Create(stage.Agent, device, "s1");
        SessionFd s2 = stage.Create(stage.Agent, device, "s2");
        FileObject shared = MemfdLuo.Open("a");
        stage.Expect("first", 0, stage.Vmm1.Do(() => s1.Preserve(shared, 1)));
        stage.Expect("same file in another session", Errno.EBUSY, stage.Vmm2.Do(() => s2.Preserve(shared, 1)));
        stage.Expect("same token in the session", Errno.EEXIST, stage.Vmm1.Do(() => s1.Preserve(MemfdLuo.Open("b"), 1)));
        stage.Expect("same token in another session", 0, stage.Vmm2.Do(() => s2.Preserve(MemfdLuo.Open("c"), 1)));
        stage.Expect("close", 0, stage.Vmm1.Do(s1.Close));
        stage.Expect("after the close", 0, stage.Vmm2.Do(() => s2.Preserve(shared, 2)));
    }

    [Scenario(39, "Two device threads, one descriptor", Policy.SerializeRwsem, Generation.V3)]
    public static void TwoDeviceThreads(Stage stage)
    {
        Machine machine = stage.Boot();
        DeviceFd device = stage.OpenDevice(machine);
        stage.Expect("second open", Errno.EBUSY, stage.Vmm1.Do(machine.Device.Open).Error);

        using var together = new Barrier(2);
        Pending<Result<SessionFd>> one = stage.Vmm1.Begin(() => CreateAt(together, device));
        Pending<Result<SessionFd>> other = stage.Vmm2.Begin(() => CreateAt(together, device));
        int[] results = [one.Await().Error, other.Await().Error];
        stage.Expect("created", 1, results.Count(result => result == 0));
        stage.Expect("refused", 1, results.Count(result => result == Errno.EEXIST));

        stage.Expect("close", 0, stage.Agent.Do(device.Close));
        stage.Expect("open again", 0, stage.Vmm1.Do(machine.Device.Open).Error);
    }

    [Scenario(41, "Wrong-type ioctl", Policy.SerializeRwsem, Generation.V3, Variant = "a")]
    [Scenario(41, "Wrong-type ioctl", Policy.SerializeRwsem, Generation.V4, Variant = "b")]
    public static void WrongType(Stage stage)
    {
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        stage.Preserve(stage.Vmm1, s1, "a");
        stage.Expect("retrieve from an outgoing session", Errno.EINVAL, stage.Vmm1.Do(() => s1.Retrieve(1)).Error);
        stage.Expect("the handler was asked", !machine.Config.ChecksSessionType, memfd.Calls.Contains("retrieve a"));
    }

    private static void TakeOver(Stage stage, Actor actor, SessionFd session, params string[] names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            ulong token = (ulong)i + 1;
            stage.Expect("retrieved file", names[i], actor.Do(() => session.Retrieve(token)).Value?.Name);
        }

        stage.Expect("finish", 0, actor.Do(session.Finish));
        stage.Expect("close", 0, actor.Do(session.Close));
    }

    private static Result<SessionFd> CreateAt(Barrier together, DeviceFd device)
    {
        if (!together.SignalAndWait(Deadline.Length))
        {
            throw new UnsettledException("the other thread never came");
        }

        return device.CreateSession("same");
    }

    private static int CreateUntilRefused(DeviceFd device, int most, out int error)
    {
        error = 0;
        for (int i = 0; i < most; i++)
        {
            error = device.CreateSession("s" + i.ToString(null, null)).Error;
            if (error < 0)
            {
                return i;
            }
        }

        return most;
    }

    private static int PreserveUntilRefused(SessionFd session, int most, out int error)
    {
        error = 0;
        for (int i = 0; i < most; i++)
        {
            error = session.Preserve(MemfdLuo.Open("f" + i.ToString(null, null)), (ulong)i);
            if (error < 0)
            {
                return i;
            }
        }

        return most;
    }
}
