using Luo.Kernel;
using Luo.Scenarios;
using Luo.Verdicts;
using Xunit;

namespace Luo.Tests;

/// <summary>The second oracle: it finds what is wrong with the state, and only that.</summary>
public sealed class InvariantTests
{
    [Fact]
    public void SnapshotWithoutALateFile_LostAnUpdate()
    {
        ScenarioResult result = Play.OnStage(
            stage =>
            {
                (Machine machine, SessionFd s1) = BootWithOneFile(stage);
                machine.Probes.Set(Kprobes.Serialized, () => stage.Vmm1.Do(() => s1.Preserve(MemfdLuo.Open("late"), 9)));
                stage.Jump(machine);
            },
            Policy.Before,
            Generation.V2);
        Assert.Equal([Verdict.LostUpdate], result.Observed);
    }

    [Fact]
    public void SnapshotWithoutALateSession_LostAnUpdate()
    {
        ScenarioResult result = Play.OnStage(
            stage =>
            {
                Machine machine = stage.Boot();
                DeviceFd device = stage.OpenDevice(machine);
                machine.Probes.Set(Kprobes.Serialized, () => stage.Vmm1.Do(() => device.CreateSession("late")));
                stage.Jump(machine);
            },
            Policy.Before,
            Generation.V2);
        Assert.Equal([Verdict.LostUpdate], result.Observed);
    }

    [Fact]
    public void ZeroedHandle_IsStale()
    {
        ScenarioResult result = Play.OnStage(stage =>
        {
            (Machine machine, SessionFd s1) = BootWithOneFile(stage);
            s1.Session.Files.Files[0].Handle = 0;
            stage.Jump(machine);
        });
        Assert.Equal([Verdict.StaleSnapshot], result.Observed);
    }

    [Fact]
    public void PageGivenBackBeforeTheJump_IsUsedAfterFree()
    {
        ScenarioResult result = Play.OnStage(stage =>
        {
            (Machine machine, SessionFd s1) = BootWithOneFile(stage);
            machine.Kho.Unpreserve(s1.Session.Files.Files[0].Handle);
            Machine next = stage.Boot(received: stage.Jump(machine));
            stage.AddMemfd(next);
            SessionFd restored = stage.Retrieve(stage.Vmm1, stage.OpenDevice(next), "s1");
            stage.Vmm1.Do(() => restored.Retrieve(1));
        });
        Assert.Equal([Verdict.Uaf], result.Observed);
    }

    [Fact]
    public void SessionFreedTwice_IsUsedAfterFree()
    {
        ScenarioResult result = Play.OnStage(stage =>
        {
            (_, SessionFd s1) = BootWithOneFile(stage);
            stage.Vmm1.Do(s1.Close);
            stage.Vmm1.Do(s1.Session.Free);
        });
        Assert.Equal([Verdict.Uaf], result.Observed);
    }

    [Fact]
    public void IdWithoutAFile_BreaksAnInvariant()
    {
        ScenarioResult result = Play.OnStage(stage =>
        {
            (Machine machine, _) = BootWithOneFile(stage);
            machine.Files.Remember(new object());
        });
        Assert.Equal([Verdict.BrokenInvariant], result.Observed);
    }

    [Fact]
    public void CallbackUnderOneLockTooMany_IsNoticed()
    {
        ScenarioResult result = Play.OnStage(stage =>
        {
            Machine machine = stage.Boot();
            stage.AddMemfd(machine);
            SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
            stage.Vmm1.Do(() =>
            {
                using (machine.Kexec.SystemTransitionMutex.EnterScope())
                {
                    s1.Preserve(MemfdLuo.Open("a"), 1);
                }
            });
        });
        Assert.Equal([Verdict.WrongLocks], result.Observed);
    }

    [Fact]
    public void UndeclaredNesting_IsNoticed()
    {
        ScenarioResult result = Play.OnStage(stage =>
        {
            Machine machine = stage.Boot();
            stage.Vmm1.Do(() =>
            {
                using (machine.Kexec.SystemTransitionMutex.EnterScope())
                {
                    machine.Device.Open();
                }
            });
        });
        Assert.Equal([Verdict.Undeclared], result.Observed);
    }

    [Fact]
    public void LockKeptBySystemCall_Leaks()
    {
        ScenarioResult result = Play.OnStage(stage =>
        {
            Machine machine = stage.Boot();
            stage.Vmm1.Do(() => machine.Syscall("careless", () =>
            {
                machine.Kexec.SystemTransitionMutex.Enter();
                return 0;
            }));
        });
        Assert.Equal([Verdict.LeakAtExit], result.Observed);
    }

    [Fact]
    public void Deferred_WorkRunsWhenNoLockIsHeld() => Play.Cleanly(stage =>
    {
        Machine machine = stage.Boot();
        bool held = true;
        stage.Vmm1.Do(() => machine.Syscall("close", () =>
        {
            using (machine.Kexec.SystemTransitionMutex.EnterScope())
            {
                machine.CurrentTask.Defer(() => held = machine.Kexec.SystemTransitionMutex.IsHeldByCurrentFlow);
            }

            return 0;
        }));
        stage.Expect("held in deferred work", false, held);
    });

    private static (Machine Machine, SessionFd Session) BootWithOneFile(Stage stage)
    {
        Machine machine = stage.Boot();
        stage.AddMemfd(machine);
        SessionFd s1 = stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        stage.Preserve(stage.Vmm1, s1, "a");
        return (machine, s1);
    }
}
