using System.CommandLine;
using LockGraph.Cli.Merge;
using LockGraph.Core;
using LockGraph.Reports;

namespace LockGraph.Cli.Commands;

/// <summary><c>lockgraph merge</c>: unites snapshots of many processes and judges the union.</summary>
internal static class MergeCommand
{
    /// <summary>What the help adds to the list of options.</summary>
    public const string Notes = """
        The union does not depend on the order of the snapshots, nor on how often one is given: a run that is read twice counts once.
        Unions can be merged again. The file is written whole or not at all.

        Exit codes: 0 no findings, 1 findings, 2 bad input or usage, 3 a fault of this tool.

        Examples:
          lockgraph merge shard-1.lockgraph.json shard-2.lockgraph.json -o all.lockgraph.json
          lockgraph merge artifacts/*.lockgraph.json -o all.lockgraph.json
          lockgraph report all.lockgraph.json --format html -o report.html
        """;

    // A thread has to earn the union of its own that is joined at the end.
    private const int FewestForAWorker = 8;

    /// <summary>Makes the command.</summary>
    /// <param name="text">Where the summary goes.</param>
    public static Command Create(TextWriter text)
    {
        var snapshots = new Argument<string[]>("SNAP") { Description = "Snapshot files (*.lockgraph.json).", Arity = ArgumentArity.OneOrMore };
        snapshots.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-') && !File.Exists(token.Value)) is { } option)
            {
                result.AddError($"Unrecognized option '{option.Value}'.");
            }
        });
        var output = new Option<string>("--output", "-o") { Description = "The file to write.", HelpName = "FILE", Required = true };
        var command = new Command("merge", "Unites snapshots of many processes, shards and machines, and judges the union.") { snapshots, output };
        command.SetAction(parsed =>
        {
            string[] paths = parsed.GetValue(snapshots)!;
            int workers = Math.Min(Environment.ProcessorCount, paths.Length / FewestForAWorker);
            using SnapshotUnion union = SnapshotUnion.OfAll(paths.Length, (place, pool) => SnapshotInput.Read(paths[place], pool), workers);
            OrderSnapshot merged = union.Build();
            OutputFile.Write(parsed.GetValue(output)!, stream => SnapshotWriter.Write(stream, merged));
            Tell(merged, text);
            return merged.Violations.Any(violation => violation.Severity == ViolationSeverity.Warning) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    // What the runs found was told when they ended, and costs a line; what only the union shows is told here for the first time.
    private static void Tell(OrderSnapshot merged, TextWriter text)
    {
        Func<ViolationSeverity, string, string>? paint = FindingColours.For(text);
        OrderSnapshot named = RunNames.Shorten(merged);
        text.Write(SnapshotText.Head(named) + "\n");
        foreach (Violation violation in named.Violations.Where(violation => violation.Run is not null))
        {
            string id = paint is null ? violation.Id : paint(violation.Severity, violation.Id);
            text.Write($"{id} {(violation.Severity == ViolationSeverity.Info ? "info" : "warning")}: {violation.Message}\n");
        }

        foreach (Violation violation in named.Violations.Where(violation => violation.Run is null))
        {
            text.Write("\nonly the union shows:\n");
            SnapshotText.Report(violation, text, paint);
        }

        text.Write(SnapshotText.Summary(named) + "\n");
        text.Flush();
    }
}
