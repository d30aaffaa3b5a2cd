using System.CommandLine;
using LockGraph.Cli.Check;
using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Commands;

/// <summary><c>lockgraph check</c>: looks for lock-order mistakes in the code of a whole program.</summary>
internal static class CheckCommand
{
    /// <summary>What the help adds to the list of options.</summary>
    public const string Notes = """
        A folder means its one solution, else all projects below it, else all its sources, compiled together without a project.
        Projects are not restored: run dotnet restore first.

        Exit codes: 0 nothing that fails, 1 findings, 2 bad input or a project that could not be checked, 3 a fault of this tool.

        Examples:
          lockgraph check
          lockgraph check Shop.slnx --format sarif -o locks.sarif
          lockgraph check src --baseline locks.baseline.json --write-baseline
          lockgraph check src --baseline locks.baseline.json --format github
          lockgraph check Shop.slnx --observed tests.lockgraph.json --fail-on info
        """;

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where documents go.</param>
    /// <param name="text">Where text goes.</param>
    /// <param name="error">Where complaints and progress go.</param>
    public static Command Create(Stream output, TextWriter text, TextWriter error)
    {
        var path = new Argument<string>("PATH")
        {
            Description = "A .sln, .slnx, .csproj or .cs file, or a folder. The current folder if left out.",
            DefaultValueFactory = _ => ".",
        };
        path.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-') && !Path.Exists(token.Value)) is { } option)
            {
                result.AddError($"Unrecognized option '{option.Value}'.");
            }
        });
        Option<string> format = new("--format") { Description = "How to print the findings.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "sarif", "github", "json");
        Option<string> baseline = new("--baseline") { Description = "Accepted findings: only others count.", HelpName = "FILE" };
        Option<bool> writeBaseline = new("--write-baseline") { Description = "Write all findings of today to the --baseline file, and accept them." };
        Option<string[]> observed = new("--observed")
        {
            Description = "Snapshots of runs, judged together with the code.",
            HelpName = "SNAP",
            AllowMultipleArgumentsPerToken = true,
        };
        Option<string> failOn = new("--fail-on") { Description = "The mildest severity that fails.", DefaultValueFactory = _ => "warning" };
        failOn.AcceptOnlyFromAmong("info", "warning", "error", "never");
        Option<string> file = new("--output", "-o") { Description = "The file to write to, instead of standard output.", HelpName = "FILE" };
        var command = new Command("check", "Looks for lock-order mistakes in the code of a whole program.")
        {
            path, format, baseline, writeBaseline, observed, failOn, file,
        };
        command.SetAction(parsed => new CheckRun(AnalyzerCheck.OfPackage(), output, text, error).Run(
            new CheckRequest
            {
                Path = parsed.GetValue(path)!,
                Format = parsed.GetValue(format)!,
                Baseline = parsed.GetValue(baseline),
                WritesBaseline = parsed.GetValue(writeBaseline),
                Observed = parsed.GetValue(observed) ?? [],
                FailOn = Severity(parsed.GetValue(failOn)!),
                Output = parsed.GetValue(file),
            },
            CancellationToken.None));
        return command;
    }

    private static DiagnosticSeverity? Severity(string name) => name switch
    {
        "info" => DiagnosticSeverity.Info,
        "warning" => DiagnosticSeverity.Warning,
        "error" => DiagnosticSeverity.Error,
        _ => null,
    };
}
