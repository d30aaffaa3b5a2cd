using Luo.Kernel;
using Luo.Scenarios;
using Xunit;

namespace Luo.Tests;

/// <summary>Results of single operations, as the kernel gives them.</summary>
public sealed class ErrnoTests
{
    [Fact]
    public void Capacities_AreThoseOfTheKernelsLayout()
    {
        Assert.Equal(819, KernelConfig.FixedSessionCapacity);
        Assert.Equal(128, KernelConfig.FixedFileCapacity);
        Assert.Equal(51, KernelConfig.SessionsPerBlock);
        Assert.Equal(63, KernelConfig.FilesPerBlock);
        Assert.Equal(63, KernelConfig.FlbCapacity);
    }

    [Fact]
    public void DisabledLiveUpdate_HasNoDeviceAndNoRegistration() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot(stage.Config with { LiveUpdateEnabled = false });
        stage.Expect("open", Errno.ENOENT, stage.Agent.Do(machine.Device.Open).Error);
        stage.Expect("register", Errno.EOPNOTSUPP, stage.Drv.Do(() => machine.Files.Register(new ScriptedMemfd(machine))));
        stage.Expect("reboot", 0, stage.Reboot.Do(machine.Kexec.Reboot));
    });

    [Theory]
    [InlineData(62, 0, 0)]
    [InlineData(63, 0, 0)]
    [InlineData(64, 0, Errno.EINVAL)]
    [InlineData(0, Errno.EINVAL, Errno.EINVAL)]
    public void SessionName_IsTruncatedBeforeV3AndRefusedSince(int length, int before, int since)
    {
        string name = new('n', length);
        Play.Cleanly(stage => stage.Expect("V2", before, CreateNamed(stage, name)), Policy.Before, Generation.V2);
        Play.Cleanly(stage => stage.Expect("V3", since, CreateNamed(stage, name)), generation: Generation.V3);
    }

    [Fact]
    public void TruncatedName_CollidesWithWhatIsLeftOfIt() => Play.Cleanly(
        stage =>
        {
            DeviceFd device = stage.OpenDevice(stage.Boot());
            stage.Create(stage.Agent, device, new string('n', 63));
            stage.Expect("create", Errno.EEXIST, stage.Agent.Do(() => device.CreateSession(new string('n', 70))).Error);
        },
        Policy.Before,
        Generation.V2);

    [Fact]
    public void DuplicateSession_Exists() => Play.Cleanly(stage =>
    {
        DeviceFd device = stage.OpenDevice(stage.Boot());
        stage.Create(stage.Agent, device, "s1");
        stage.Expect("create", Errno.EEXIST, stage.Vmm1.Do(() => device.CreateSession("s1")).Error);
    });

    [Fact]
    public void NoDescriptorLeft_CreatesNothing() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot();
        DeviceFd device = stage.OpenDevice(machine);
        stage.Agent.Do(() => machine.CurrentTask.FreeDescriptors = 1);
        stage.Create(stage.Agent, device, "s1");
        stage.Expect("create", Errno.EMFILE, stage.Agent.Do(() => device.CreateSession("s2")).Error);
        stage.Expect("sessions", 1, machine.Sessions.Outgoing.Count);
    });

    [Fact]
    public void FailedReplyOfCreate_TakesTheSessionBack() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot();
        DeviceFd device = stage.OpenDevice(machine);
        stage.Agent.Do(() => machine.CurrentTask.Memory.FailNextCopy = true);
        stage.Expect("create", Errno.EFAULT, stage.Agent.Do(() => device.CreateSession("s1")).Error);
        stage.Expect("sessions", 0, machine.Sessions.Outgoing.Count);
    });

    [Fact]
    public void FailedReplyOfRetrieve_FinishesTheIncomingSession() => Play.Cleanly(stage =>
    {
        Machine next = stage.BootAfterJump("s1:a");
        stage.AddMemfd(next);
        DeviceFd device = stage.OpenDevice(next);
        stage.Vmm1.Do(() => next.CurrentTask.Memory.FailNextCopy = true);
        stage.Expect("retrieve", Errno.EFAULT, stage.Vmm1.Do(() => device.RetrieveSession("s1")).Error);
        stage.Expect("again", Errno.ENOENT, stage.Vmm1.Do(() => device.RetrieveSession("s1")).Error);
    });

    [Fact]
    public void FailedSessionFile_UndoesTheInsert() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot();
        DeviceFd device = stage.OpenDevice(machine);
        machine.Sessions.FailNextFile = Errno.ENOMEM;
        stage.Expect("create", Errno.ENOMEM, stage.Agent.Do(() => device.CreateSession("s1")).Error);
        stage.Expect("sessions", 0, machine.Sessions.Outgoing.Count);
        stage.Create(stage.Agent, device, "s1");
    });

    [Fact]
    public void FullBlockChain_HasNoSpace() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot(stage.Config with { MaxBlocks = 1 });
        stage.AddMemfd(machine);
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd first = stage.Create(stage.Agent, device, "first");
        stage.Expect("sessions", 50, stage.Agent.Do(() => Enumerable.Range(0, 60).Count(i => device.CreateSession($"s{i}").Error == 0)));
        stage.Expect("one more session", Errno.ENOSPC, stage.Agent.Do(() => device.CreateSession("last")).Error);
        stage.Expect("files", 63, stage.Vmm1.Do(() => Enumerable.Range(0, 70).Count(i => first.Preserve(MemfdLuo.Open($"f{i}"), (ulong)i) == 0)));
        stage.Expect("one more file", Errno.ENOSPC, stage.Vmm1.Do(() => first.Preserve(MemfdLuo.Open("last"), 1000)));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void NoMemory_UndoesThePreserve(int failingAllocation) => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        FileObject file = MemfdLuo.Open("a");
        machine.Kho.FailAllocation(failingAllocation);
        stage.Expect("preserve", Errno.ENOMEM, stage.Vmm1.Do(() => s1.Preserve(file, 1)));
        stage.Expect("ids left", 0, machine.Files.PreservedIds().Count);
        stage.Expect("preserve again", 0, stage.Vmm1.Do(() => s1.Preserve(file, 1)));
    });

    [Fact]
    public void Preserve_RefusesBadDescriptorAndUnknownKind() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        stage.Expect("bad descriptor", Errno.EBADF, stage.Vmm1.Do(() => s1.Preserve(null, 1)));
        stage.Expect("a socket", Errno.ENOENT, stage.Vmm1.Do(() => s1.Preserve(new FileObject("socket"), 1)));
    });

    [Fact]
    public void Ioctl_RefusesWhatItDoesNotKnow() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot();
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        stage.Expect("unknown number", Errno.EINVAL, Ask(stage, s1, new SessionIoctl(0xBA50)));
        stage.Expect("other command word", Errno.ENOIOCTLCMD, Ask(stage, s1, new SessionIoctl(0xBB40)));
        stage.Expect("too small", Errno.EINVAL, Ask(stage, s1, new SessionIoctl(SessionCommand.GetName) { Size = 8 }));
        stage.Expect("unknown tail", Errno.E2BIG, Ask(stage, s1, new SessionIoctl(SessionCommand.GetName) { HasUnknownTail = true }));
        stage.Expect("reserved", Errno.EINVAL, Ask(stage, s1, new SessionIoctl(SessionCommand.GetName) { Reserved = 1 }));
        stage.Expect("finish of an outgoing session", Errno.EINVAL, Ask(stage, s1, new SessionIoctl(SessionCommand.Finish)));
    });

    [Fact]
    public void GetName_IsUnknownBeforeV3() => Play.Cleanly(
        stage =>
        {
            SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(stage.Boot()), "s1");
            stage.Expect("get name", Errno.EINVAL, stage.Vmm1.Do(s1.GetName).Error);
        },
        Policy.Before,
        Generation.V2);

    [Fact]
    public void UnknownHandlerInTheNextKernel_FailsEveryOpen() => Play.Cleanly(stage =>
    {
        Machine next = stage.BootAfterJump("s1:a");
        stage.Expect("open", Errno.EIO, stage.Agent.Do(next.Device.Open).Error);
        stage.AddMemfd(next);
        stage.Expect("open again", Errno.EIO, stage.Agent.Do(next.Device.Open).Error);
    });

    [Fact]
    public void RebootWithoutImage_IsInvalid() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot();
        machine.Kexec.ImageLoaded = false;
        stage.Expect("reboot", Errno.EINVAL, stage.Reboot.Do(machine.Kexec.Reboot));
    });

    [Fact]
    public void GateDesign_RefusesMutationsAfterTheFreeze() => Play.Cleanly(
        stage =>
        {
            Machine machine = stage.Boot();
            DeviceFd device = stage.OpenDevice(machine);
            machine.Probes.Set(Kprobes.Serialized, () =>
                stage.Expect("create", Errno.EBUSY, stage.Vmm1.Do(() => device.CreateSession("s1")).Error));
            stage.Jump(machine);
        },
        Policy.RebootGate,
        Generation.V2);

    private static int CreateNamed(Stage stage, string name)
    {
        DeviceFd device = stage.OpenDevice(stage.Boot());
        return stage.Agent.Do(() => device.CreateSession(name)).Error;
    }

    private static int Ask(Stage stage, SessionFd session, SessionIoctl request) => stage.Vmm1.Do(() => session.Ioctl(request));
}
