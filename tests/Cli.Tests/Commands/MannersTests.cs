using System.Diagnostics;

namespace LockGraph.Cli.Tests.Commands;

/// <summary>What holds for every command.</summary>
public sealed class MannersTests
{
    private static readonly string[] _commands =
    [
        .. Run("--help").Output.Split("Commands:\n")[1].Split('\n').TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]),
    ];

    [Fact]
    public void EveryCommand_ExplainsItselfWithAnExample()
    {
        Assert.Contains("check", _commands);
        Assert.All(_commands, command =>
        {
            (int code, string output, string error) = Run(command, "--help");
            Assert.Equal((0, ""), (code, error));
            Assert.Contains("lockgraph " + command, output.Split("Example")[^1], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void UnknownOptionOfEveryCommand_IsOneLineAndBadInput() => Assert.All(_commands, command =>
    {
        (int code, string output, string error) = Run(command, "--no-such-option");
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("lockgraph: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    });

    [Theory]
    [InlineData("lockgraph ch", "check")]
    [InlineData("lockgraph check --fo", "--format")]
    [InlineData("lockgraph check --format s", "sarif")]
    [InlineData("lockgraph replay --from ", "rapid")]
    public void SuggestDirective_KnowsCommandsOptionsAndWords(string typed, string expected)
    {
        (int code, string output, string error) = Run($"[suggest:{typed.Length}]", typed);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains(expected, output.Split('\n'));
    }

    [Theory]
    [InlineData("lockgraph che", "check")]
    [InlineData("lockgraph check --fo", "--format")]
    [InlineData("lockgraph check --format ", "github json sarif text")]
    [InlineData("lockgraph check src/no-such-fi", "")]
    [InlineData("lockgraph check ", "")]
    public void BashScript_CompletesWhatIsTyped(string typed, string expected)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // As bash does when somebody presses tab: the words typed so far, the place of the cursor, then the function.
        string script = $$"""
            lockgraph() { dotnet "{{Path.Combine(AppContext.BaseDirectory, "lockgraph.dll")}}" "$@"; }
            source <(lockgraph completion bash)
            complete -p lockgraph >/dev/null || exit 9
            COMP_LINE='{{typed}}' COMP_POINT={{typed.Length}}
            read -ra COMP_WORDS <<<"$COMP_LINE"
            [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _lockgraph lockgraph
            echo "${COMPREPLY[*]}"
            """;
        using Process process = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((0, ""), (process.ExitCode, process.StandardError.ReadToEnd()));
        Assert.Equal(expected, string.Join(' ', output.TrimEnd('\n').Split(' ').Order(StringComparer.Ordinal)));
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var text = new StreamWriter(output, new System.Text.UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        using var error = new StringWriter { NewLine = "\n" };
        int code = Entry.Run(args, output, text, error);
        return (code, System.Text.Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
