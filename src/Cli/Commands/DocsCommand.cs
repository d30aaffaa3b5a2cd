using System.CommandLine;
using System.Text;
using LockGraph.Cli.Docs;
using LockGraph.Cli.Merge;
using LockGraph.Reports;

namespace LockGraph.Cli.Commands;

/// <summary><c>lockgraph docs</c>: writes the lock hierarchy as a document, or checks that a committed one still says what the code does.</summary>
internal static class DocsCommand
{
    /// <summary>What the help adds to the list of options.</summary>
    public const string Notes = """
        The document changes when the order does and at no other time: it holds no dates, counts, line numbers or folders.
        Open findings are listed in it and do not make the command fail; 'lockgraph check' does that.

        Exit codes: 0 written, or up to date; 1 the document is out of date (--check), 2 bad input or usage, 3 a fault of this tool.

        Examples:
          lockgraph docs Shop.sln -o LOCKING.md
          lockgraph docs Shop.sln --observed artifacts/*.lockgraph.json -o LOCKING.md --check
          lockgraph docs src/Shop --format svg -o locks.svg
          lockgraph docs all.lockgraph.json --format json
        """;

    private static readonly (string Name, HierarchyFormat Format, string[] Endings)[] _formats =
    [
        ("markdown", HierarchyFormat.Markdown, [".md", ".markdown"]),
        ("html", HierarchyFormat.Html, [".html", ".htm"]),
        ("svg", HierarchyFormat.Svg, [".svg"]),
        ("mermaid", HierarchyFormat.Mermaid, [".mmd", ".mermaid"]),
        ("dot", HierarchyFormat.Dot, [".dot", ".gv"]),
        ("json", HierarchyFormat.Json, [".json"]),
    ];

    /// <summary>Makes the command.</summary>
    /// <param name="sources">What can be read; the first that reads a path is asked for it.</param>
    /// <param name="output">Where the document goes when no file is named.</param>
    /// <param name="error">Where the difference goes.</param>
    public static Command Create(IReadOnlyList<IOrderSource> sources, Stream output, TextWriter error)
    {
        var path = new Argument<string>("PATH") { Description = "A solution, project, folder or source file; or a snapshot (*.lockgraph.json)." };
        path.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-') && !Path.Exists(token.Value)) is { } option)
            {
                result.AddError($"Unrecognized option '{option.Value}'.");
            }
        });
        var observed = new Option<string[]>("--observed") { Description = "Snapshots of runs, united with the order of PATH.", HelpName = "SNAP", AllowMultipleArgumentsPerToken = true };
        var format = new Option<string>("--format") { Description = "How to write it. [default: by the ending of FILE, else markdown]" };
        format.AcceptOnlyFromAmong([.. _formats.Select(one => one.Name)]);
        var file = new Option<string>("--output", "-o") { Description = "The file to write; standard output without it.", HelpName = "FILE" };
        var check = new Option<bool>("--check") { Description = "Write nothing; compare with FILE and show how it differs." };
        var title = new Option<string>("--title") { Description = "What the document is about. [default: the name of PATH]", HelpName = "TEXT" };
        var command = new Command("docs", "Writes the lock hierarchy as a document, or checks a committed one.") { path, observed, format, file, check, title };
        command.Validators.Add(result =>
        {
            if (result.GetValue(check) && result.GetValue(file) is null)
            {
                result.AddError("--check needs the committed document: -o FILE.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            string written = parsed.GetValue(path)!;
            string? target = parsed.GetValue(file);
            LoadedOrder loaded = await Source(sources, written).LoadAsync(written, cancellation).ConfigureAwait(false);
            string document = HierarchyDocument.Render(
                parsed.GetValue(title) ?? DocumentSubject.Of(written),
                UnitedOrder.Of(loaded, parsed.GetValue(observed) ?? []),
                loaded.Declared,
                Format(parsed.GetValue(format), target));
            if (parsed.GetValue(check))
            {
                return Compare(target!, document, error);
            }

            byte[] bytes = Encoding.UTF8.GetBytes(document);
            if (target is null)
            {
                output.Write(bytes);
                output.Flush();
            }
            else
            {
                OutputFile.Write(target, stream => stream.Write(bytes));
            }

            return ExitCode.Clean;
        });
        return command;
    }

    private static IOrderSource Source(IReadOnlyList<IOrderSource> sources, string path)
    {
        if (!Path.Exists(path))
        {
            throw new BadInputException($"{path}: there is no such file or folder.");
        }

        return sources.FirstOrDefault(source => source.Reads(path))
            ?? throw new BadInputException($"{path}: neither sources nor a snapshot (*.lockgraph.json).");
    }

    private static HierarchyFormat Format(string? name, string? file)
    {
        string ending = Path.GetExtension(file) ?? "";
        return Array.Find(_formats, one => name is null ? one.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase) : one.Name == name).Format;
    }

    private static int Compare(string file, string document, TextWriter error)
    {
        string committed;
        try
        {
            // A checkout may have turned the line ends; that is no drift.
            committed = File.ReadAllText(file).ReplaceLineEndings("\n");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            error.Write($"{file} does not exist; the same command without --check writes it.\n");
            return ExitCode.Findings;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"{file}: {exception.Message}", exception);
        }

        if (committed == document)
        {
            return ExitCode.Clean;
        }

        LineDifference difference = LineDifference.Of(committed, document);
        error.Write($"{file} is out of date: {difference.Gone} {(difference.Gone == 1 ? "line" : "lines")} gone (-), {difference.Added} new (+). The same command without --check writes it anew.\n");
        foreach (string line in difference.Lines)
        {
            error.Write("  " + line + "\n");
        }

        error.Flush();
        return ExitCode.Findings;
    }
}
