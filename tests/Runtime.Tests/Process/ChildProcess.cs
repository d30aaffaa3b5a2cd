using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LockGraph.Runtime.Tests.Process;

/// <summary>This assembly started once more, with settings of its own, to run one of <see cref="Situations"/>.</summary>
internal static class ChildProcess
{
    private const string _mark = "--situation";

    public static bool IsChild => Environment.GetCommandLineArgs().Contains(_mark);

    /// <summary>Runs a situation and gives what it printed; fails on an exit code other than 0.</summary>
    /// <param name="situation">Name of a method of <see cref="Situations"/>.</param>
    /// <param name="mode">LOCKGRAPH_MODE, or null to leave it unset.</param>
    /// <param name="snapshot">LOCKGRAPH_SNAPSHOT, or null.</param>
    /// <param name="option">LockGraph.Mode in the runtime configuration, or null.</param>
    public static ChildOutcome Run(string situation, string? mode = null, string? snapshot = null, string? option = null)
    {
        string assembly = typeof(ChildProcess).Assembly.Location;
        string? configuration = option is null ? null : Configured(assembly, option);
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.ArgumentList.Add("exec");
            if (configuration is not null)
            {
                start.ArgumentList.Add("--runtimeconfig");
                start.ArgumentList.Add(configuration);
            }

            start.ArgumentList.Add(assembly);
            start.ArgumentList.Add(_mark);
            start.ArgumentList.Add(situation);
            start.Environment.Remove("LOCKGRAPH_MODE");
            start.Environment.Remove("LOCKGRAPH_SNAPSHOT");
            Set(start, "LOCKGRAPH_MODE", mode);
            Set(start, "LOCKGRAPH_SNAPSHOT", snapshot);
            using System.Diagnostics.Process process = System.Diagnostics.Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new ChildOutcome(output.Trim(), error.GetAwaiter().GetResult().Trim(), process.ExitCode);
        }
        finally
        {
            if (configuration is not null)
            {
                File.Delete(configuration);
            }
        }
    }

    private static void Set(ProcessStartInfo start, string variable, string? value)
    {
        if (value is not null)
        {
            start.Environment[variable] = value;
        }
    }

    private static string Configured(string assembly, string option)
    {
        JsonNode configuration = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(assembly, ".runtimeconfig.json")))!;
        JsonNode options = configuration["runtimeOptions"]!;
        options["configProperties"] ??= new JsonObject();
        options["configProperties"]!["LockGraph.Mode"] = option;
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".runtimeconfig.json");
        File.WriteAllText(path, configuration.ToJsonString());
        return path;
    }
}

/// <summary>What a child process left behind.</summary>
internal sealed record ChildOutcome(string Output, string Error, int ExitCode)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
