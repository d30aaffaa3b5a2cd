using System.CommandLine;
using System.CommandLine.Help;
using LockGraph.Cli.Commands;
using LockGraph.Cli.Docs;

namespace LockGraph.Cli;

/// <summary>From arguments to an exit code. Results go to the output, everything else to the error writer.</summary>
internal static class Entry
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Where documents go, as bytes.</param>
    /// <param name="text">Where text for people goes; the same place as <paramref name="output"/>.</param>
    /// <param name="error">Where complaints go, a line each.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Stream output, TextWriter text, TextWriter error)
    {
        Command replay = ReplayCommand.Create(output, text);
        Command check = CheckCommand.Create(output, text, error);
        Command merge = MergeCommand.Create(text);
        Command report = ReportCommand.Create(output, text);
        Command docs = DocsCommand.Create([new SnapshotOrderSource(), new SourceOrderSource(error)], output, error);
        Command completion = CompletionCommand.Create(text);
        var root = new RootCommand("Finds lock-order inversions before they deadlock.") { check, docs, report, merge, replay, completion };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, new Dictionary<Command, string>
        {
            [check] = CheckCommand.Notes,
            [replay] = ReplayCommand.Notes,
            [merge] = MergeCommand.Notes,
            [report] = ReportCommand.Notes,
            [docs] = DocsCommand.Notes,
            [completion] = CompletionCommand.Notes,
        });
        try
        {
            ParseResult parsed = root.Parse(args);
            if (parsed.Errors.Count > 0)
            {
                return Complain(error, FirstProblem(parsed), ExitCode.BadInput);
            }

            var configuration = new InvocationConfiguration { Output = text, Error = error, EnableDefaultExceptionHandler = false };
            return parsed.Invoke(configuration);
        }
        catch (BadInputException exception)
        {
            return Complain(error, exception.Message, ExitCode.BadInput);
        }
#pragma warning disable CA1031 // Whatever fails, the shell gets one line and the code that says it was us.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Exception cause = exception.InnerException ?? exception;
            return Complain(error, $"internal error, please report it: {exception.Message} ({cause.GetType().Name})", ExitCode.OwnFault);
        }
    }

    // A word that is no command is told before the command that is missing for it.
    private static string FirstProblem(ParseResult parsed) => parsed.UnmatchedTokens.Count > 0
        ? $"Unrecognized command or argument '{parsed.UnmatchedTokens[0]}'."
        : parsed.Errors[0].Message;

    private static int Complain(TextWriter error, string message, int code)
    {
        error.WriteLine("lockgraph: " + string.Join(' ', message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)));
        return code;
    }
}
