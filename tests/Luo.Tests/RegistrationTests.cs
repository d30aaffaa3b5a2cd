using Luo.Kernel;
using Luo.Scenarios;
using Xunit;

namespace Luo.Tests;

/// <summary>Handlers and FLBs: who may register what, and how long an FLB lives.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void Handler_IsRefusedWhenIncompleteOrTwice() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        stage.Expect("twice", Errno.EEXIST, stage.Drv.Do(() => machine.Files.Register(new ScriptedMemfd(machine))));
        stage.Expect("incomplete", Errno.EINVAL, stage.Drv.Do(() => machine.Files.Register(new ScriptedMemfd(machine, "other") { IsComplete = false })));
    });

    [Fact]
    public void ModuleOnItsWayOut_CannotRegisterBeforeV2AndIsNotFoundSince()
    {
        Play.Cleanly(
            stage =>
            {
                Machine machine = stage.Boot();
                stage.Expect("register", Errno.EAGAIN, stage.Drv.Do(() => machine.Files.Register(new ScriptedMemfd(machine) { CanPin = false })));
            },
            Policy.Before,
            Generation.V1);
        Play.Cleanly(stage =>
        {
            Machine machine = stage.Boot();
            stage.AddMemfd(machine).CanPin = false;
            SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
            stage.Expect("preserve", Errno.ENOENT, stage.Vmm1.Do(() => s1.Preserve(MemfdLuo.Open("a"), 1)));
        });
    }

    [Fact]
    public void Unregister_IsRefusedBeforeV2AndTakesItsFlbsAlongSince()
    {
        Play.Cleanly(
            stage =>
            {
                Machine machine = stage.Boot();
                ScriptedMemfd memfd = stage.AddMemfd(machine);
                ScriptedFlb flb = stage.AddFlb(machine, memfd);
                stage.Expect("with an FLB", Errno.EBUSY, stage.Drv.Do(() => machine.Files.Unregister(memfd)));
                stage.Expect("unlink", 0, stage.Drv.Do(() => machine.Flbs.Unregister(memfd, flb)));
                stage.Expect("without", 0, stage.Drv.Do(() => machine.Files.Unregister(memfd)));
                stage.Expect("pins", 0, memfd.Pins);
            },
            Policy.Before,
            Generation.V1);
        Play.Cleanly(stage =>
        {
            Machine machine = stage.Boot();
            ScriptedMemfd memfd = stage.AddMemfd(machine);
            stage.AddFlb(machine, memfd);
            stage.Expect("unregister", 0, stage.Drv.Do(() => machine.Files.Unregister(memfd)));
            stage.Expect("FLBs left", 0, machine.Flbs.All.Count);
        });
    }

    [Fact]
    public void FlbTable_HoldsSixtyThree() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        stage.Expect("FLBs", 63, stage.Drv.Do(() => Enumerable.Range(0, 63).Count(i => machine.Flbs.Register(memfd, new ScriptedFlb($"flb{i}")) == 0)));
        stage.Expect("one more", Errno.ENOSPC, stage.Drv.Do(() => machine.Flbs.Register(memfd, new ScriptedFlb("last"))));
        stage.Expect("compatible taken", Errno.EEXIST, stage.Drv.Do(() => machine.Flbs.Register(memfd, new ScriptedFlb("flb0"))));
    });

    [Fact]
    public void Flb_LivesFromItsFirstFileToItsLast() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot();
        ScriptedFlb flb = stage.AddFlb(machine, stage.AddMemfd(machine));
        DeviceFd device = stage.OpenDevice(machine);
        SessionFd s1 = stage.Create(stage.Agent, device, "s1");
        SessionFd s2 = stage.Create(stage.Agent, device, "s2");
        stage.Preserve(stage.Vmm1, s1, "a", "b");
        stage.Preserve(stage.Vmm1, s2, "c");
        stage.Expect("created", 1, flb.Preserved);
        stage.Expect("close", 0, stage.Vmm1.Do(s1.Close));
        stage.Expect("still there", 0, flb.Unpreserved);
        stage.Expect("close", 0, stage.Vmm1.Do(s2.Close));
        stage.Expect("gone", 1, flb.Unpreserved);
    });

    [Fact]
    public void FailingFlb_UndoesThePreserveAndTheFlbsBeforeIt() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot();
        ScriptedMemfd memfd = stage.AddMemfd(machine);
        ScriptedFlb first = stage.AddFlb(machine, memfd);
        var second = new ScriptedFlb("second") { OnPreserve = () => Errno.EIO };
        stage.Expect("register", 0, stage.Drv.Do(() => machine.Flbs.Register(memfd, second)));
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        stage.Expect("preserve", Errno.EIO, stage.Vmm1.Do(() => s1.Preserve(MemfdLuo.Open("a"), 1)));
        stage.Expect("first FLB undone", 1, first.Unpreserved);
        stage.Expect("pins", 0, memfd.Pins);
    });

    [Fact]
    public void GetIncoming_TellsNothingGivenFromThisOneNotGiven() => Play.Cleanly(stage =>
    {
        Machine first = stage.Boot();
        ScriptedFlb alone = stage.AddFlb(first, stage.AddMemfd(first));
        stage.Expect("nothing handed over", Errno.ENODATA, stage.Drv.Do(() => first.Flbs.GetIncoming(alone)).Error);

        Machine next = stage.BootAfterJump((machine, memfd) => stage.AddFlb(machine, memfd), "s1:a");
        ScriptedMemfd handler = stage.AddMemfd(next);
        var other = new ScriptedFlb("other");
        stage.Expect("register", 0, stage.Drv.Do(() => next.Flbs.Register(handler, other)));
        stage.OpenDevice(next);
        stage.Expect("another handed over", Errno.ENOENT, stage.Drv.Do(() => next.Flbs.GetIncoming(other)).Error);
    });

    [Theory]
    [InlineData(nameof(Generation.V4), 0)]
    [InlineData(nameof(Generation.V5), Errno.EIO)]
    public void FailedFlbRetrieve_IsRememberedSinceV5(string generation, int second) => Play.Cleanly(
        stage =>
        {
            Machine next = stage.BootAfterJump((machine, memfd) => stage.AddFlb(machine, memfd), "s1:a");
            ScriptedFlb flb = stage.AddFlb(next, stage.AddMemfd(next));
            stage.OpenDevice(next);
            flb.OnRetrieve = () => Errno.EIO;
            stage.Expect("first", Errno.EIO, stage.Drv.Do(() => next.Flbs.GetIncoming(flb)).Error);
            flb.OnRetrieve = null;
            stage.Expect("second", second, stage.Drv.Do(() => next.Flbs.GetIncoming(flb)).Error);
        },
        generation: Enum.Parse<Generation>(generation));
}
