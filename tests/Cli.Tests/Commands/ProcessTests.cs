using System.Diagnostics;
using LockGraph.Cli.Tests.Conformance;

namespace LockGraph.Cli.Tests.Commands;

/// <summary>The built tool as a process of its own.</summary>
public sealed class ProcessTests
{
    [Fact]
    public void ConformanceFile_ExitsOneAndPrintsOneDocument()
    {
        (int code, string output, string error) = Run("replay", ConformanceCase.PathOf("lockdep.shared.json"), "--format", "json");
        Assert.Equal((1, ""), (code, error));
        using var document = System.Text.Json.JsonDocument.Parse(output);
        Assert.Equal(66, document.RootElement.GetProperty("traces").GetArrayLength());
    }

    [Fact]
    public void MissingFile_ExitsTwoWithOneLine()
    {
        (int code, string output, string error) = Run("replay", "no-such-trace.json");
        Assert.Equal((2, ""), (code, output));
        Assert.Equal("lockgraph: no-such-trace.json: there is no such file.", error.TrimEnd('\r', '\n'));
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "lockgraph.dll"));
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
