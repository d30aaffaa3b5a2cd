using LockGraph;
using LockGraph.Core;
using Luo.Kernel;
using Luo.Policies;
using Luo.Scenarios;
using Luo.Verdicts;
using Verdict = Luo.Verdicts.Verdict;

namespace Luo.Soak;

/// <summary>
/// Kernel after kernel: VMMs restore what they were given, then create, preserve, ask and close at random, while reboots fail and
/// succeed. One validator and one set of invariants over all of them.
/// </summary>
/// <remarks>The seed decides what each thread does; how the threads meet is up to the scheduler.</remarks>
internal sealed class SoakRun(int seed, Mutation? mutation = null)
{
    private const int Vmms = 3;

    private readonly ModelInvariants _invariants = new() { ChecksCallbacks = true };
    private readonly LockOrderValidator _validator = new(new ValidatorSettings
    {
        HeldLimit = Stage.LockdepHeldLimit,
        DeclaredOrder = PromisedOrder.Declared,
        Run = $"luo soak {seed}",
    });

    public SoakCounters Counters { get; } = new();

    public IReadOnlyList<Violation> Violations => _validator.Violations;

    public IReadOnlyCollection<Anomaly> Anomalies => _invariants.Anomalies;

    public OrderSnapshot Snapshot => _validator.TakeSnapshot();

    public int Findings => Violations.Count + Anomalies.Count;

    /// <summary>Runs until told to stop; a kernel that is up by then is left standing and checked.</summary>
    public void Run(CancellationToken stop)
    {
        using (_validator.MakeCurrent())
        {
            HandOver? received = null;
            for (int boot = 0; !stop.IsCancellationRequested; boot++)
            {
                received = RunKernel(received, boot, stop);
            }
        }

        _validator.CheckForLeaks();
    }

    private HandOver? RunKernel(HandOver? received, int boot, CancellationToken stop)
    {
        Machine machine = Machine.Boot(new KernelConfig(Policy.SerializeRwsem, Generation.V5), received, _invariants, mutation);
        var memfd = new ScriptedMemfd(machine);
        Expect(0, machine.Files.Register(memfd), "register the handler");
        Expect(0, machine.Flbs.Register(memfd, new ScriptedFlb()), "register the FLB");
        DeviceFd device = machine.Device.Open().Value!;

        Thread[] threads =
        [
            .. from number in Enumerable.Range(1, Vmms)
               let vmm = new SoakVmm(this, machine, device, number, RandomOf(boot, number))
               select Start($"VMM{number}", () => vmm.Live(received, stop)),
            Start("REBOOT", () => RebootUntilJump(machine, memfd, RandomOf(boot, 0), stop)),
        ];
        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        if (!machine.Kexec.Jumped)
        {
            _invariants.AtRest(machine);
        }

        return machine.Kexec.HandedOver;
    }

    /// <summary>Tries again and again; three of four attempts fail in the freeze of some file.</summary>
    private void RebootUntilJump(Machine machine, ScriptedMemfd memfd, Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // Pace, not order: the VMMs should get something done between two attempts.
            stop.WaitHandle.WaitOne(random.Next(1, 15));
            bool fails = random.Next(4) != 0;
            int failAt = random.Next(4);
            memfd.OnFreeze = file => fails && (int)(file.Token % 4) == failAt ? Errno.EIO : 0;
            int result = machine.Kexec.Reboot();
            if (machine.Kexec.Jumped)
            {
                Counters.Jump();
                machine.Kexec.PowerOff();
                return;
            }

            Expect(Errno.EIO, result, "a reboot that fails");
            Counters.FailedReboot();
        }
    }

    public void Expect<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            _invariants.Report(Verdict.WrongResult, $"{what}: {actual}, expected {expected}");
        }
    }

    private Thread Start(string name, Action live)
    {
        var thread = new Thread(() =>
        {
            try
            {
                live();
            }
#pragma warning disable CA1031 // Whatever ends a thread of the soak is a finding.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _invariants.Report(Verdict.Crash, exception.ToString());
            }
        })
        {
            Name = name,
            IsBackground = true,
        };
        thread.Start();
        return thread;
    }

    // One sequence per thread of each kernel.
    private Random RandomOf(int boot, int thread) => new(unchecked((((seed * 31) + boot) * 31) + thread));
}
