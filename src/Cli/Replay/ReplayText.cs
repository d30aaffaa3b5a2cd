using System.Globalization;
using LockGraph.Core;
using Spectre.Console;

namespace LockGraph.Cli.Replay;

/// <summary>The result of a replay for people. Colours on a terminal only, and never under <c>NO_COLOR</c>.</summary>
internal static class ReplayText
{
    /// <summary>Writes a line per trace, the report of each violation, and a summary.</summary>
    public static void Write(IReadOnlyList<TraceResult> results, TextWriter output)
    {
        bool isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Out = new AnsiConsoleOutput(output),
        });

        // Reports have columns of their own: the terminal may wrap them, we must not.
        console.Profile.Width = int.MaxValue / 2;
        foreach (TraceResult result in results)
        {
            console.Markup(result.IsViolation ? "[red]violation[/]" : "[green]ok[/]");
            output.WriteLine("  " + result.Name);
            foreach (Finding finding in result.Findings)
            {
                Write(finding, output);
            }
        }

        long events = results.Sum(result => result.Events);
        int guilty = results.Count(result => result.IsViolation);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Count} {(results.Count == 1 ? "trace" : "traces")}, {events} events, {guilty} with a violation."));
        output.Flush();
    }

    private static void Write(Finding finding, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  event {finding.Event}: {finding.Violation.Kind}"));
        foreach (string line in ViolationText.Report(finding.Violation).TrimEnd('\n').Split('\n'))
        {
            output.WriteLine("    " + line);
        }
    }
}
