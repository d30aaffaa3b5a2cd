using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LockGraph.Cli.Commands;

/// <summary>The usual help, and after it how a command is used: exit codes and examples.</summary>
/// <param name="usual">The help that is made from the symbols.</param>
/// <param name="notes">What each command adds.</param>
internal sealed class HelpWithExamples(HelpAction usual, IReadOnlyDictionary<Command, string> notes) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        if (notes.TryGetValue(parseResult.CommandResult.Command, out string? note))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(note.ReplaceLineEndings("\n"));
        }

        return code;
    }
}
