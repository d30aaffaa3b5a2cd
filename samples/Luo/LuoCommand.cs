using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LockGraph.Core;
using Luo.Kernel;
using Luo.Output;
using Luo.Scenarios;
using Luo.Soak;
using Spectre.Console;

namespace Luo;

/// <summary>
/// The command line. Exit 0: everything agrees; 1: something does not; 2: the arguments are wrong, with one line on the error output.
/// </summary>
internal static class LuoCommand
{
    public const int Clean = 0;
    public const int Findings = 1;
    public const int Usage = 2;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var list = new Option<bool>("--list") { Description = "List the scenarios." };
        var scenario = new Option<string?>("--scenario")
        {
            Description = "Play one scenario: its number, with a letter for one variant (6, 6a).",
            HelpName = "N",
        };
        var report = new Option<bool>("--report") { Description = "With --scenario: the full report of each violation." };
        var policy = new Option<Policy?>("--policy") { Description = "Play the scenarios of one policy.", HelpName = "P" };
        var soak = new Option<bool>("--soak") { Description = "Machines that create, preserve, close and reboot at random." };
        var seconds = new Option<int>("--seconds") { Description = "With --soak: how long.", DefaultValueFactory = _ => 10, HelpName = "N" };
        var seed = new Option<int?>("--seed") { Description = "With --soak: where the random numbers start.", HelpName = "N" };
        var snapshots = new Option<string?>("--snapshots")
        {
            Description = "Write the order that each run saw into a folder, one file for each: input of lockgraph merge, report, docs and check.",
            HelpName = "DIR",
        };
        scenario.Validators.Add(Check(text => Select(text).Count > 0, "no such scenario; --list shows them"));
        seconds.Validators.Add(Check(
            text => int.TryParse(text, CultureInfo.InvariantCulture, out int value) && value is > 0 and <= 86_400,
            "whole seconds, 1 to 86400"));
        seed.Validators.Add(Check(text => int.TryParse(text, CultureInfo.InvariantCulture, out _), "a whole number"));
        policy.CustomParser = ParsePolicy;

        var root = new RootCommand("Plays the Live Update Orchestrator model on real threads under the lock-order validator.")
        {
            list, scenario, report, policy, soak, seconds, seed, snapshots,
        };
        root.Validators.Add(result =>
        {
            int modes = Given(result, list) + Given(result, scenario) + Given(result, policy) + Given(result, soak);
            if (modes > 1)
            {
                result.AddError("--list, --scenario, --policy and --soak exclude each other");
            }
            else if (Given(result, report) > 0 && Given(result, scenario) == 0)
            {
                result.AddError("--report needs --scenario");
            }
            else if (Given(result, seconds) + Given(result, seed) > 0 && Given(result, soak) == 0)
            {
                result.AddError("--seconds and --seed need --soak");
            }
            else if (Given(result, snapshots) + Given(result, list) > 1)
            {
                result.AddError("--list plays nothing to write into --snapshots");
            }
        });

        root.SetAction(parsed =>
        {
            IAnsiConsole console = Consoles.For(output);
            if (parsed.GetValue(list))
            {
                return ListAll(console);
            }

            Action<OrderSnapshot> keep = parsed.GetValue(snapshots) is { } folder ? seen => SnapshotFolder.Write(folder, seen) : _ => { };
            try
            {
                return parsed.GetValue(soak)
                    ? SoakView.Run(console, TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(seed) ?? Environment.TickCount, keep)
                    : parsed.GetValue(scenario) is { } key ? PlayOne(console, key, parsed.GetValue(report), keep)
                    : parsed.GetValue(policy) is { } one ? PlayPolicy(console, one, keep)
                    : PlayAll(console, keep);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                error.WriteLine("luo: --snapshots: " + exception.Message.ReplaceLineEndings(" "));
                return Usage;
            }
        });

        ParseResult result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            error.WriteLine("luo: " + result.Errors[0].Message.ReplaceLineEndings(" "));
            return Usage;
        }

        return result.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    private static int ListAll(IAnsiConsole console)
    {
        ScenarioTable.List(console, Scenario.All);
        return Clean;
    }

    private static int PlayAll(IAnsiConsole console, Action<OrderSnapshot> keep)
    {
        IReadOnlyList<ScenarioResult> results = Play(console, Scenario.All, keep);
        console.WriteLine();
        bool asDeclared = HierarchyView.Write(console, results);
        console.WriteLine();
        return Conclude(console, results, asDeclared);
    }

    private static int PlayPolicy(IAnsiConsole console, Policy policy, Action<OrderSnapshot> keep) =>
        Conclude(console, Play(console, [.. Scenario.All.Where(scenario => scenario.Policy == policy)], keep), asDeclared: true);

    private static int PlayOne(IAnsiConsole console, string key, bool report, Action<OrderSnapshot> keep)
    {
        IReadOnlyList<ScenarioResult> results = Play(console, Select(key), keep);
        foreach (ScenarioResult result in results)
        {
            ScenarioDetails.Write(console, result, report);
        }

        return Conclude(console, results, asDeclared: true);
    }

    private static IReadOnlyList<ScenarioResult> Play(IAnsiConsole console, IReadOnlyList<Scenario> scenarios, Action<OrderSnapshot> keep)
    {
        IReadOnlyList<ScenarioResult> results = ScenarioTable.Play(console, scenarios);
        foreach (ScenarioResult result in results)
        {
            keep(result.Snapshot);
        }

        return results;
    }

    private static int Conclude(IAnsiConsole console, IReadOnlyList<ScenarioResult> results, bool asDeclared)
    {
        int differing = results.Count(result => !result.Agrees);
        int scenarios = results.DistinctBy(result => result.Scenario.Number).Count();
        console.WriteLine(differing == 0
            ? $"{Count(results.Count, "run")} of {Count(scenarios, "scenario")}: all as expected."
            : $"{differing} of {Count(results.Count, "run")}: not as expected.");
        return differing == 0 && asDeclared ? Clean : Findings;
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? string.Empty : "s")}";

    /// <summary>The scenarios that a key means: all variants of a number, or one of them.</summary>
    private static IReadOnlyList<Scenario> Select(string key) =>
        [.. Scenario.All.Where(scenario => scenario.Key == key || scenario.Number.ToString(CultureInfo.InvariantCulture) == key)];

    private static int Given(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false } ? 1 : 0;

    // Looks at what was written: the value of what cannot be converted is not to be had here.
    private static Action<OptionResult> Check(Func<string, bool> holds, string complaint) => result =>
    {
        if (!result.Implicit && result.Tokens.Count == 1 && !holds(result.Tokens[0].Value))
        {
            result.AddError($"{result.Option.Name} {result.Tokens[0].Value}: {complaint}");
        }
    };

    // Enum parsing would take numbers as well.
    private static Policy? ParsePolicy(ArgumentResult result)
    {
        string written = result.Tokens.Count == 0 ? string.Empty : result.Tokens[0].Value;
        string? name = Array.Find(Enum.GetNames<Policy>(), candidate => candidate.Equals(written, StringComparison.OrdinalIgnoreCase));
        if (name is not null)
        {
            return Enum.Parse<Policy>(name);
        }

        result.AddError($"--policy {written}: one of {string.Join(", ", Enum.GetNames<Policy>())}");
        return null;
    }
}
