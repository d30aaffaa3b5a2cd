using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LockGraph.Bench.Analyzer;

/// <summary>What the analyzer adds to the compiler's processor time and memory: without and with it, in alternation.</summary>
internal static partial class Overhead
{
    public static void Measure(IEnumerable<Compilation> compilations, int rounds)
    {
        Console.WriteLine($"{"project",-24}{"lines",10}{"without s",11}{"with s",9}{"added",9}{"s/100k lines",14}{"MiB without",13}{"with",7}{"findings",10}");
        foreach (Compilation compilation in compilations)
        {
            Run(compilation, analyzed: false);
            var without = new List<Cost>();
            var with = new List<Cost>();
            for (int round = 0; round < rounds; round++)
            {
                without.Add(Run(compilation, analyzed: false));
                with.Add(Run(compilation, analyzed: true));
            }

            double bare = Median(without.Select(cost => cost.Seconds)), analyzed = Median(with.Select(cost => cost.Seconds));
            Console.WriteLine(
                $"{compilation.Name,-24}{compilation.Lines,10:N0}{bare,11:F2}{analyzed,9:F2}{100 * ((analyzed / bare) - 1),8:F0}%{(analyzed - bare) * 100_000 / compilation.Lines,14:F2}"
                + $"{Median(without.Select(cost => cost.MiB)),13:F0}{Median(with.Select(cost => cost.MiB)),7:F0}{with[0].Findings,10}");
        }
    }

    private static Cost Run(Compilation compilation, bool analyzed)
    {
        string output = Path.Combine(Path.GetTempPath(), $"lockgraph-bench-{Environment.ProcessId}.dll");
        string response = Path.ChangeExtension(output, ".rsp");
        IEnumerable<string> ours = analyzed ? _ours.Select(file => "/analyzer:" + Path.Combine(AppContext.BaseDirectory, file)) : [];
        File.WriteAllLines(response, [.. compilation.Arguments.Concat(ours).Append("/out:" + output).Select(Quoted)]);
        string told = Path.ChangeExtension(output, ".cost");
        var start = new ProcessStartInfo("dotnet", [compilation.Compiler, "/noconfig", "@" + response]) { WorkingDirectory = compilation.Folder, RedirectStandardOutput = true };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.Variable] = told;
        using Process process = Process.Start(start)!;
        string log = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || log.Contains("AD0001", StringComparison.Ordinal) || log.Contains("CS8032", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{compilation.Name} does not compile:\n{log}");
        }

        string[] cost = File.ReadAllText(told).Split(' ');
        File.Delete(told);
        return new Cost(double.Parse(cost[0]), long.Parse(cost[1]) / 1048576.0, Finding().Count(log));
    }

    private static readonly string[] _ours = ["LockGraph.Analyzer.dll", "LockGraph.Core.dll", "QuikGraph.dll"];

    // A switch and its value stay together; a path with a blank is quoted.
    private static string Quoted(string argument) => argument.Contains(' ', StringComparison.Ordinal) && !argument.Contains('"', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;

    /// <summary>The middle of the values, or the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    [GeneratedRegex(@" LG\d{4}: ")]
    private static partial Regex Finding();

    private readonly record struct Cost(double Seconds, double MiB, int Findings);
}
