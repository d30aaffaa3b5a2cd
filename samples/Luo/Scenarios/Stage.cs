using LockGraph;
using LockGraph.Core;
using Luo.Kernel;
using Luo.Policies;
using Luo.Verdicts;
using Verdict = Luo.Verdicts.Verdict;

namespace Luo.Scenarios;

/// <summary>Where one scenario is played: its validator, its cast of real threads, its machines, and what is noticed.</summary>
internal sealed class Stage : IDisposable
{
    /// <summary>lockdep counts a lock before it compares, so that the 48th is the one too many.</summary>
    public const int LockdepHeldLimit = 47;

    private static readonly TimeSpan s_rest = TimeSpan.FromMilliseconds(1);

    private readonly Dictionary<string, Actor> _cast = [];
    private readonly List<Machine> _machines = [];
    private readonly List<ServiceWait> _services = [];
    private readonly List<string> _notes = [];
    private readonly ModelInvariants _invariants;

    public Stage(Scenario scenario)
    {
        Scenario = scenario;
        Config = new KernelConfig(scenario.Policy, scenario.Generation);
        Mode = scenario.BacksOut ? LockGraphMode.Assert : LockGraphMode.Observe;
        _invariants = new ModelInvariants { ChecksCallbacks = !scenario.IsMutated };
        Validator = new LockOrderValidator(new ValidatorSettings
        {
            Mode = Mode,
            HeldLimit = LockdepHeldLimit,
            DeclaredOrder = scenario.PromisesNothing ? DeclaredOrder.Empty : PromisedOrder.Of(Config),
            Run = "luo " + scenario.Key,
        });
    }

    public Scenario Scenario { get; }

    /// <summary>Policy and generation of the scenario; variants add to it.</summary>
    public KernelConfig Config { get; }

    public LockGraphMode Mode { get; }

    public LockOrderValidator Validator { get; }

    public Actor Vmm1 => Cast("VMM1");

    public Actor Vmm2 => Cast("VMM2");

    public Actor Vmm3 => Cast("VMM3");

    public Actor Agent => Cast("AGENT");

    public Actor Reboot => Cast("REBOOT");

    public Actor Drv => Cast("DRV");

    /// <summary>A second task that reboots.</summary>
    public Actor Reboot2 => Cast("REBOOT2");

    public ScenarioResult Play(Action<Stage> play)
    {
        using (Validator.MakeCurrent())
        {
            try
            {
                play(this);
            }
            catch (UnsettledException exception)
            {
                _invariants.Report(Verdict.Unsettled, exception.Message);
            }
            catch (Exception exception) when (Actor.IsBackedOut(exception))
            {
                // The schedule ends where the guilty acquisition was backed out; the finding is with the validator.
                _notes.Add(exception.Message);
            }
#pragma warning disable CA1031 // Any other exception is an outcome of the scenario, and no reason to stop the others.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _invariants.Report(Verdict.Crash, exception.ToString());
            }

            ComeToRest();
        }

        return Result();
    }

    /// <summary>Boots a kernel.</summary>
    public Machine Boot(KernelConfig? config = null, HandOver? received = null, Mutation? mutation = null)
    {
        Machine machine = Machine.Boot(config ?? Config, received, _invariants, mutation);
        _machines.Add(machine);
        return machine;
    }

    /// <summary>Registers the memfd handler, by the driver.</summary>
    public ScriptedMemfd AddMemfd(Machine machine)
    {
        var handler = new ScriptedMemfd(machine);
        Expect("register the memfd handler", 0, Drv.Do(() => machine.Files.Register(handler)));
        return handler;
    }

    public DeviceFd OpenDevice(Machine machine) => Must("open the device", Agent.Do(machine.Device.Open));

    public SessionFd Create(Actor actor, DeviceFd device, string name) => Must("create " + name, actor.Do(() => device.CreateSession(name)));

    public SessionFd Retrieve(Actor actor, DeviceFd device, string name) => Must("retrieve " + name, actor.Do(() => device.RetrieveSession(name)));

    /// <summary>Preserves new memfds, with tokens from 1 in the order of their names.</summary>
    public void Preserve(Actor actor, SessionFd session, params string[] names)
    {
        ulong token = 0;
        foreach (string name in names)
        {
            ulong next = ++token;
            Expect($"preserve {name}", 0, actor.Do(() => session.Preserve(MemfdLuo.Open(name), next)));
        }
    }

    /// <summary>Reboots, expects the jump, and gives what is handed over.</summary>
    public HandOver Jump(Machine machine)
    {
        Expect("reboot", 0, Reboot.Do(machine.Kexec.Reboot));
        return machine.Kexec.HandedOver!;
    }

    /// <summary>
    /// Boots a first kernel, fills its sessions, jumps, and boots the next one. The names of a session's files stand behind its colon.
    /// </summary>
    public Machine BootAfterJump(params string[] sessions) => BootAfterJump(static (_, _) => { }, sessions);

    /// <inheritdoc cref="BootAfterJump(string[])"/>
    /// <param name="prepare">Runs in the first kernel before anything is preserved.</param>
    /// <param name="sessions">The sessions, as <c>name:file,file</c>.</param>
    public Machine BootAfterJump(Action<Machine, ScriptedMemfd> prepare, params string[] sessions)
    {
        Machine old = Boot();
        prepare(old, AddMemfd(old));
        DeviceFd device = OpenDevice(old);
        foreach (string line in sessions)
        {
            string[] parts = line.Split(':');
            Preserve(Vmm1, Create(Agent, device, parts[0]), parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries));
        }

        return Boot(received: Jump(old));
    }

    /// <summary>Registers an FLB for a handler, by the driver.</summary>
    public ScriptedFlb AddFlb(Machine machine, FileHandler handler)
    {
        var flb = new ScriptedFlb();
        Expect("register the FLB", 0, Drv.Do(() => machine.Flbs.Register(handler, flb)));
        return flb;
    }

    /// <summary>A driver uses an object that it got from an FLB.</summary>
    public void Use(Machine machine, FlbObject got)
    {
        if (got.IsFreed)
        {
            _invariants.UsedAfterFree(machine, $"{got.Name} used after it was finished");
        }
    }

    /// <summary>Compares a result with the kernel's.</summary>
    public void Expect<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            _invariants.Report(Verdict.WrongResult, $"{what}: {Show(actual)}, expected {Show(expected)}");
        }
    }

    public void Note(string text) => _notes.Add(text);

    /// <summary>
    /// Blocks the calling task, for ever if need be, until another one has served it; the stage knows who waits for whom.
    /// </summary>
    public void AwaitService(Machine machine, Signal served, Actor server)
    {
        var wait = new ServiceWait(Thread.CurrentThread.Name!, server.Name, [.. CallbackLocks.HeldNow(machine).Select(instance => instance.Id)]);
        lock (_services)
        {
            _services.Add(wait);
        }

        served.AwaitForEver();
        lock (_services)
        {
            _services.Remove(wait);
        }
    }

    /// <summary>Returns when a task of that name waits to be served.</summary>
    public void AwaitServiceWait(Actor actor) =>
        Deadline.Spin(() => Services().Exists(wait => wait.Flow == actor.Name), actor.Name + " waiting to be served");

    public void Dispose()
    {
        foreach (Actor actor in _cast.Values)
        {
            actor.Dismiss();
        }
    }

    private static string Show<T>(T value) => value is int number ? Errno.Name(number) : value?.ToString() ?? "nothing";

    private T Must<T>(string what, Result<T> result)
        where T : class
    {
        Expect(what, 0, result.Error);
        return result.Value ?? throw new UnsettledException($"{what}: {Errno.Name(result.Error)}");
    }

    private Actor Cast(string name)
    {
        lock (_cast)
        {
            if (!_cast.TryGetValue(name, out Actor? actor))
            {
                actor = new Actor(name, Validator);
                _cast.Add(name, actor);
            }

            return actor;
        }
    }

    private List<ServiceWait> Services()
    {
        lock (_services)
        {
            return [.. _services];
        }
    }

    /// <summary>
    /// Waits until every thread has ended or waits for something that no running thread can give. Then whoever waits is stuck: that is
    /// decided from who is left, never by a timeout.
    /// </summary>
    private void ComeToRest()
    {
        foreach (Actor actor in _cast.Values)
        {
            actor.Dismiss();
        }

        // A lock that was handed over a moment ago still shows its waiter: the picture has to stay the same for a while.
        const int still = 40;
        int same = 0;
        long giveUp = Environment.TickCount64 + (long)Deadline.Length.TotalMilliseconds;
        while (same < still)
        {
            List<Actor> alive = [.. _cast.Values.Where(actor => !actor.HasEnded)];
            if (alive.Count == 0)
            {
                break;
            }

            HashSet<string> waiting = [.. Validator.CurrentWaits().Select(wait => wait.Flow), .. Services().Select(wait => wait.Flow)];
            same = alive.TrueForAll(actor => waiting.Contains(actor.Name)) ? same + 1 : 0;
            if (Environment.TickCount64 > giveUp)
            {
                _invariants.Report(Verdict.Unsettled, "still running: " + string.Join(", ", alive.Select(actor => actor.Name)));
                return;
            }

            Thread.Sleep(s_rest);
        }

        foreach (Anomaly stuck in StuckTasks.Judge(Validator.CurrentWaits(), Services()))
        {
            _invariants.Report(stuck.Verdict, stuck.Text);
        }

        Validator.CheckForLeaks();

        // Whoever was backed out, or went on where a kernel lock would have stopped it, left its work half done.
        bool wentOn = Mode == LockGraphMode.Assert || Validator.Violations.Any(violation => violation.Kind == ViolationKind.Recursion);
        if (!wentOn && _cast.Values.All(actor => actor.HasEnded))
        {
            _machines.ForEach(_invariants.AtRest);
        }
    }

    private ScenarioResult Result()
    {
        IReadOnlyList<Violation> violations = Validator.Violations;
        if (Validator.OwnFaults > 0)
        {
            _invariants.Report(Verdict.Crash, "the validator failed: " + Validator.FirstOwnFault);
        }

        return new ScenarioResult(
            Scenario,
            [
                .. violations.SelectMany(violation => VerdictWords.Of(violation, Mode))
                    .Concat(_invariants.Anomalies.Select(anomaly => anomaly.Verdict))
                    .Distinct()
                    .Order(),
            ],
            violations,
            [.. _invariants.Anomalies],
            _notes,
            Validator.TakeSnapshot());
    }
}
