using System.CommandLine;

namespace LockGraph.Cli.Commands;

/// <summary><c>lockgraph completion</c>: the script by which a shell completes our commands, options and words.</summary>
internal static class CompletionCommand
{
    /// <summary>What the help adds to the list of options.</summary>
    public const string Notes = """
        Other shells: dotnet-suggest completes this tool as it does every tool that knows the directive [suggest].

        Examples:
          source <(lockgraph completion bash)
          lockgraph completion bash > ~/.local/share/bash-completion/completions/lockgraph
        """;

    // What we complete comes first; where we know nothing, or the word may be a file, bash completes file names.
    private const string _bash = """
        _lockgraph() {
            local word=${COMP_WORDS[COMP_CWORD]} typed=${COMP_LINE:0:COMP_POINT} words
            local line="lockgraph ${typed#* }"
            words=$(lockgraph "[suggest:${#line}]" "$line" 2>/dev/null | grep -v '^/')
            [[ $word == -* ]] || words=$(grep -v '^-' <<<"$words")
            mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
        }
        complete -o default -F _lockgraph lockgraph

        """;

    /// <summary>Makes the command.</summary>
    /// <param name="text">Where the script goes.</param>
    public static Command Create(TextWriter text)
    {
        var shell = new Argument<string>("SHELL") { Description = "The shell." };
        shell.AcceptOnlyFromAmong("bash");
        var command = new Command("completion", "Prints the script that completes this command in a shell.") { shell };
        command.SetAction(_ =>
        {
            text.Write(_bash.ReplaceLineEndings("\n"));
            text.Flush();
            return ExitCode.Clean;
        });
        return command;
    }
}
