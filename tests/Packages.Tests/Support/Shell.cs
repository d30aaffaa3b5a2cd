using System.Diagnostics;

namespace LockGraph.Packages.Tests.Support;

/// <summary>Commands as a user types them, away from whatever the tests themselves run in.</summary>
internal sealed class Shell(string packages)
{
    /// <summary>What a command has said.</summary>
    public sealed record Answer(int Code, string Output, string Error)
    {
        public Answer Expect(int code)
        {
            Assert.True(Code == code, $"exit code {Code} instead of {code}\n{Output}\n{Error}");
            return this;
        }
    }

    public Answer Dotnet(string folder, params string[] args) => Run(folder, "dotnet", args);

    /// <summary>Runs a command; <c>NAME=VALUE</c> before its name sets the environment, as in a shell.</summary>
    public Answer Run(string folder, string command, params string[] args)
    {
        string[] words = command.Split(' ');
        var start = new ProcessStartInfo(words[^1], args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // The test host's own build settings are not those of a new project; neither is the mode that somebody tests in.
        foreach (string name in start.Environment.Keys.Where(IsOfTheHost).ToList())
        {
            start.Environment.Remove(name);
        }

        // Nothing of the packages under test outlives the test; everything else comes from where it is already, or from the usual sources.
        start.Environment["NUGET_FALLBACK_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["NO_COLOR"] = "1";
        foreach (string[] setting in words[..^1].Select(word => word.Split('=')))
        {
            start.Environment[setting[0]] = setting[1];
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Answer(process.ExitCode, output.ReplaceLineEndings("\n"), error.GetAwaiter().GetResult().ReplaceLineEndings("\n"));
    }

    private static bool IsOfTheHost(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("LOCKGRAPH", StringComparison.OrdinalIgnoreCase);
}
