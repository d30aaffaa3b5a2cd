using System.Diagnostics;
using System.Globalization;
using LockGraph.Core;
using Luo.Verdicts;
using Spectre.Console;

namespace Luo.Soak;

/// <summary>Shows a soak while it runs, and what it found.</summary>
internal static class SoakView
{
    private static readonly TimeSpan s_beat = TimeSpan.FromSeconds(1);

    public static int Run(IAnsiConsole console, TimeSpan length, int seed, Action<OrderSnapshot> keep)
    {
        var run = new SoakRun(seed);
        var watch = Stopwatch.StartNew();
        console.WriteLine($"soak: seed {seed}, {length.TotalSeconds:0} s");
        using var stop = new CancellationTokenSource(length);
        Task soak = Task.Factory.StartNew(() => run.Run(stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (console.Profile.Capabilities.Interactive)
        {
            console.Status().Start("booting", context => Watch(soak, () => context.Status(Markup.Escape(Line(run, watch)))));
        }
        else
        {
            Watch(soak, () => console.WriteLine(Line(run, watch)));
        }

        soak.GetAwaiter().GetResult();
        Conclude(console, run, watch);
        keep(run.Snapshot);
        return run.Findings == 0 ? LuoCommand.Clean : LuoCommand.Findings;
    }

    private static void Watch(Task soak, Action beat)
    {
        while (!soak.Wait(s_beat))
        {
            beat();
        }
    }

    private static string Line(SoakRun run, Stopwatch watch)
    {
        SoakCounters counters = run.Counters;
        double elapsed = watch.Elapsed.TotalSeconds;
        return string.Join(
            "  ",
            Text($"{elapsed,6:0.0} s"),
            Text($"{counters.Operations,9} operations"),
            Text($"{counters.Operations / elapsed,9:0}/s"),
            Text($"{counters.Jumps,5} jumps"),
            Text($"{counters.FailedReboots,5} failed reboots"),
            Text($"{counters.RestoredFiles,7} files restored"),
            Text($"{run.Findings} findings"));

        static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }

    private static void Conclude(IAnsiConsole console, SoakRun run, Stopwatch watch)
    {
        console.WriteLine(Line(run, watch));
        OrderSnapshot snapshot = run.Snapshot;
        int nestings = snapshot.Edges.Count(edge => (edge.Provenance & EdgeProvenance.Observed) != 0);
        console.WriteLine($"order seen: {snapshot.Classes.Count} lock classes, {nestings} nestings");
        foreach (Violation violation in run.Violations)
        {
            console.WriteLine("finding: " + violation.Message);
        }

        foreach (Anomaly anomaly in run.Anomalies.Take(20))
        {
            console.WriteLine($"finding: {anomaly.Verdict.Word()}: {anomaly.Text}");
        }

        console.WriteLine(run.Findings == 0 ? "no findings" : $"{run.Findings} findings");
    }
}
