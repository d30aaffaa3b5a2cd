using System.Globalization;
using LockGraph.Cli.Check;
using Microsoft.CodeAnalysis;
using Spectre.Console;

namespace LockGraph.Cli.Output;

/// <summary>Findings for people. Colours on a terminal only, and never under <c>NO_COLOR</c>.</summary>
/// <remarks>The first line of a finding is spelled as compilers spell it: editors and build logs know it.</remarks>
internal sealed class TextOutput
{
    private readonly IAnsiConsole _console;
    private readonly TextWriter _output;

    private TextOutput(TextWriter output)
    {
        bool isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Out = new AnsiConsoleOutput(output),
        });

        // The terminal may wrap lines of code, we must not.
        _console.Profile.Width = int.MaxValue / 2;
        _output = output;
    }

    /// <summary>Writes every finding that no baseline lists, what is fixed, and a summary.</summary>
    public static void Write(CheckReport report, TextWriter output)
    {
        var text = new TextOutput(output);
        foreach (Finding finding in report.New)
        {
            text.Write(finding);
        }

        foreach (AcceptedFinding gone in report.Fixed)
        {
            text._console.Markup("[green]fixed[/]");
            output.WriteLine($" {gone.Rule} in {gone.Path}: {gone.Message}");
        }

        output.WriteLine(Summary(report));
        output.Flush();
    }

    private static string Summary(CheckReport report)
    {
        int count = report.New.Count();
        string found = string.Create(CultureInfo.InvariantCulture, $"{count} {(report.HasBaseline ? "new " : "")}{(count == 1 ? "finding" : "findings")}");
        if (report.HasBaseline)
        {
            found += string.Create(CultureInfo.InvariantCulture, $", {report.Findings.Count - count} known, {report.Fixed.Count} fixed");
        }

        string unseen = report.Problems.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {report.Problems.Count} not checked");
        return string.Create(CultureInfo.InvariantCulture, $"{found} in {report.Projects} {(report.Projects == 1 ? "project" : "projects")}{unseen}.");
    }

    private void Write(Finding finding)
    {
        string colour = finding.Severity switch
        {
            DiagnosticSeverity.Error => "red",
            DiagnosticSeverity.Warning => "yellow",
            _ => "blue",
        };
        _output.Write(finding.Place is null ? "" : finding.Place + ": ");
        _console.Markup($"[{colour}]{Severities.Name(finding.Severity)} {finding.Rule}[/]");
        _output.WriteLine(": " + finding.Message);
        if (finding.Place is not null)
        {
            WriteCode(finding.Place, colour);
        }

        foreach (Witness witness in finding.Witnesses)
        {
            _output.WriteLine($"  {(witness.Caption.Length == 0 ? "see" : witness.Caption)}: {witness.Place}");
            WriteCode(witness.Place, "blue");
        }

        _output.WriteLine();
    }

    private void WriteCode(FindingPlace place, string colour)
    {
        if (place.Excerpt.Length == 0)
        {
            return;
        }

        string number = place.Line.ToString(CultureInfo.InvariantCulture);
        _output.WriteLine($"  {number} | {place.Excerpt}");

        // A tab stays a tab, so that the caret stands under its column however wide the terminal makes it.
        string before = string.Concat(place.Excerpt.Take(place.Column - 1).Select(c => c == '\t' ? '\t' : ' '));
        int end = place.EndLine == place.Line ? place.EndColumn : place.Excerpt.Length + 1;
        _output.Write($"  {new string(' ', number.Length)} | {before}");
        _console.Markup($"[{colour}]{new string('^', Math.Max(1, end - place.Column))}[/]");
        _output.WriteLine();
    }
}
