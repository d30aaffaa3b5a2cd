using LockGraph.Core;
using Spectre.Console;

namespace LockGraph.Cli.Merge;

/// <summary>Colours for ids of findings: on a terminal only, and never under <c>NO_COLOR</c>.</summary>
internal static class FindingColours
{
    /// <summary>The painter for a writer; <see langword="null"/> where nothing is to be coloured.</summary>
    public static Func<ViolationSeverity, string, string>? For(TextWriter output)
    {
        bool isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        if (!isTerminal || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || !AnsiConsole.Profile.Capabilities.Ansi)
        {
            return null;
        }

        return (severity, text) => severity == ViolationSeverity.Warning ? $"\u001b[31m{text}\u001b[0m" : $"\u001b[33m{text}\u001b[0m";
    }
}
