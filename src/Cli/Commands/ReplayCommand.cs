using System.CommandLine;
using LockGraph.Cli.Replay;
using LockGraph.Cli.Traces;

namespace LockGraph.Cli.Commands;

/// <summary><c>lockgraph replay</c>: judges recorded acquisition traces with the engine that judges running programs.</summary>
internal static class ReplayCommand
{
    /// <summary>What the help adds to the list of options.</summary>
    public const string Notes = """
        Exit codes: 0 every trace is clean, 1 a trace has a violation, 2 bad input or usage, 3 a fault of this tool.

        Example:
          lockgraph replay recorded.json --format json
          lockgraph replay --from rapid run-1.std run-2.std
        """;

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where JSON goes.</param>
    /// <param name="text">Where text goes.</param>
    public static Command Create(Stream output, TextWriter text)
    {
        var traces = new Argument<string[]>("TRACE") { Description = "Trace files.", Arity = ArgumentArity.OneOrMore };

        // What looks like an option and is no file is a mistyped option, whatever the parser makes of it.
        traces.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-') && !File.Exists(token.Value)) is { } option)
            {
                result.AddError($"Unrecognized option '{option.Value}'.");
            }
        });
        Option<string> format = new("--format") { Description = "How to print the result.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        Option<string> from = new("--from") { Description = "How the traces are written.", DefaultValueFactory = _ => "json" };
        from.AcceptOnlyFromAmong("json", "rapid");
        var command = new Command("replay", "Judges recorded acquisition traces with the engine that judges running programs.") { traces, format, from };
        command.SetAction(parsed =>
        {
            var player = new TracePlayer();
            foreach (string path in parsed.GetValue(traces)!)
            {
                Read(path, parsed.GetValue(from) == "rapid", player);
            }

            // Only now: a result beside a complaint would look like the result of the file that is complained about.
            if (parsed.GetValue(format) == "json")
            {
                ReplayJson.Write(player.Results, output);
            }
            else
            {
                ReplayText.Write(player.Results, text);
            }

            return player.Results.Any(result => result.IsViolation) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static void Read(string path, bool isRapid, TracePlayer player)
    {
        if (Directory.Exists(path))
        {
            throw new BadInputException($"{path}: this is a directory, not a trace file.");
        }

        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1, FileOptions.SequentialScan);
            if (isRapid)
            {
                RapidTraceReader.Read(file, Path.GetFileName(path), player);
            }
            else
            {
                JsonTraceReader.Read(file, player);
            }
        }
        catch (TraceFormatException exception)
        {
            throw new BadInputException($"{path}: {exception.Message}", exception);
        }
        catch (FileNotFoundException exception)
        {
            throw new BadInputException($"{path}: there is no such file.", exception);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new BadInputException($"{path}: there is no such file.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"{path}: {exception.Message}", exception);
        }
    }
}
