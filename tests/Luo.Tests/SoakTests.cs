using LockGraph.Core;
using Luo.Kernel;
using Luo.Mutations;
using Luo.Scenarios;
using Luo.Soak;
using Xunit;

namespace Luo.Tests;

public sealed class SoakTests
{
    [Fact]
    public void PatchedKernel_HandsOverWithNothingFound()
    {
        SoakRun run = Soak(null, soak => soak.Counters.RestoredFiles > 0 && soak.Counters.FailedReboots > 0);
        Assert.Equal(0, run.Findings);
        Assert.DoesNotContain(KernelGraph.Differences(run.Snapshot), difference => difference.StartsWith("forbidden", StringComparison.Ordinal));
    }

    [Fact]
    public void SeededInversion_IsFound()
    {
        SoakRun run = Soak(new Mutation(Sessions: machine => new LateUnlockSessions(machine)), soak => soak.Violations.Count > 0);
        Assert.Contains(run.Violations, violation => violation.Kind == ViolationKind.DeclaredOrder && violation.Attempted.Class.Name == LockNames.Outgoing);
    }

    /// <summary>Runs until it has shown enough; the time is only a limit.</summary>
    private static SoakRun Soak(Mutation? mutation, Func<SoakRun, bool> enough)
    {
        var run = new SoakRun(seed: 3, mutation);
        using var stop = new CancellationTokenSource();
        Task soak = Task.Factory.StartNew(() => run.Run(stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Assert.True(SpinWait.SpinUntil(() => enough(run), TimeSpan.FromSeconds(30)));
        stop.Cancel();
        Assert.True(soak.Wait(TimeSpan.FromSeconds(30)));
        return run;
    }
}
