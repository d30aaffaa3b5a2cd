using System.CommandLine;
using System.Text;
using LockGraph.Cli.Merge;
using LockGraph.Core;
using LockGraph.Reports;

namespace LockGraph.Cli.Commands;

/// <summary><c>lockgraph report</c>: shows what a snapshot holds.</summary>
internal static class ReportCommand
{
    /// <summary>What the help adds to the list of options.</summary>
    public const string Notes = """
        The html report is one file that needs no network: the drawn lock-order graph, every edge with the code and stacks of both sides,
        every finding with one column per thread.

        Exit codes: 0 no findings, 1 findings, 2 bad input or usage, 3 a fault of this tool.

        Examples:
          lockgraph report run.lockgraph.json
          lockgraph report run.lockgraph.json --format json
          lockgraph report all.lockgraph.json --format html -o report.html
        """;

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where json and html go.</param>
    /// <param name="text">Where text goes.</param>
    public static Command Create(Stream output, TextWriter text)
    {
        var snapshot = new Argument<string>("SNAP") { Description = "A snapshot file (*.lockgraph.json), of one run or merged." };
        Option<string> format = new("--format") { Description = "What to make of it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "html");
        var file = new Option<string?>("--output", "-o") { Description = "The file to write; standard output without it.", HelpName = "FILE" };
        var command = new Command("report", "Shows a snapshot: its findings as text or json, the whole graph as one html page.") { snapshot, format, file };
        command.SetAction(parsed =>
        {
            OrderSnapshot read = SnapshotInput.Read(parsed.GetValue(snapshot)!);
            string chosen = parsed.GetValue(format)!;
            if (parsed.GetValue(file) is { } path)
            {
                OutputFile.Write(path, stream => Write(chosen, read, stream));
            }
            else if (chosen == "text")
            {
                SnapshotText.Write(read, text, FindingColours.For(text));
                text.Flush();
            }
            else
            {
                Write(chosen, read, output);
                output.Flush();
            }

            return read.Violations.Any(violation => violation.Severity == ViolationSeverity.Warning) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static void Write(string format, OrderSnapshot snapshot, Stream stream)
    {
        switch (format)
        {
            case "json":
                ViolationJson.Write(RunNames.Shorten(snapshot).Violations, stream);
                break;
            case "html":
                HtmlReport.Write(snapshot, stream);
                break;
            default:
                using (var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true))
                {
                    SnapshotText.Write(snapshot, writer);
                }

                break;
        }
    }
}
