using Luo.Kernel;
using Luo.Scenarios;
using Xunit;

namespace Luo.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--nonsense")]
    [InlineData("extra")]
    [InlineData("--scenario", "42")]
    [InlineData("--scenario", "0")]
    [InlineData("--scenario", "x")]
    [InlineData("--scenario")]
    [InlineData("--policy", "Later")]
    [InlineData("--policy", "1")]
    [InlineData("--policy")]
    [InlineData("--report")]
    [InlineData("--seconds", "3")]
    [InlineData("--soak", "--seconds", "0")]
    [InlineData("--soak", "--seconds", "soon")]
    [InlineData("--soak", "--seed", "1.5")]
    [InlineData("--list", "--soak")]
    [InlineData("--scenario", "1", "--policy", "Before")]
    [InlineData("--list", "--snapshots", "seen")]
    [InlineData("--snapshots")]
    public void WrongArguments_ExitTwoWithOneLine(params string[] args)
    {
        (int exit, string output, string error) = Run(args);
        Assert.Equal(LuoCommand.Usage, exit);
        Assert.Empty(output);
        Assert.StartsWith("luo: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void List_NamesEveryScenario()
    {
        (int exit, string output, _) = Run("--list");
        Assert.Equal(LuoCommand.Clean, exit);
        Assert.All(Scenario.All, scenario => Assert.Contains(scenario.Name, output, StringComparison.Ordinal));
    }

    [Fact]
    public void Scenario_PlaysAllItsVariants()
    {
        (int exit, string output, _) = Run("--scenario", "6");
        Assert.Equal(LuoCommand.Clean, exit);
        Assert.Contains(" 6a ", output, StringComparison.Ordinal);
        Assert.Contains(" 6b ", output, StringComparison.Ordinal);
        Assert.Contains("STALE_SNAPSHOT", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_ShowsBothSidesOfAnInversion()
    {
        (int exit, string output, _) = Run("--scenario", "7a", "--report");
        Assert.Equal(LuoCommand.Clean, exit);
        Assert.Contains("MutatedSessions.cs", output, StringComparison.Ordinal);
        Assert.Contains("LuoSession.cs", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_PlaysOnlyItsScenarios()
    {
        (int exit, string output, _) = Run("--policy", "reuseheaderrwsem");
        Assert.Equal(LuoCommand.Clean, exit);
        Assert.Contains(nameof(Policy.ReuseHeaderRwsem), output, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(Policy.SerializeRwsem), output, StringComparison.Ordinal);
    }

    [Fact]
    public void NoArguments_PlayEverythingAndShowTheHierarchy()
    {
        (int exit, string output, _) = Run();
        Assert.Equal(LuoCommand.Clean, exit);
        Assert.Contains("41 scenarios: all as expected.", output, StringComparison.Ordinal);
        Assert.Contains("Seen and not declared: nothing.", output, StringComparison.Ordinal);
        Assert.Contains("Declared and never seen:", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Soak_EndsByItselfWithNothingFound()
    {
        (int exit, string output, _) = Run("--soak", "--seconds", "2", "--seed", "11");
        Assert.Equal(LuoCommand.Clean, exit);
        Assert.Contains("seed 11", output, StringComparison.Ordinal);
        Assert.Contains("no findings", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Snapshots_AreOneFileForEachRun()
    {
        string folder = Directory.CreateTempSubdirectory("luo").FullName;
        try
        {
            (int exit, _, _) = Run("--scenario", "7", "--snapshots", Path.Combine(folder, "seen"));
            Assert.Equal(LuoCommand.Clean, exit);
            Assert.Equal(
                ["luo-7a.lockgraph.json", "luo-7b.lockgraph.json", "luo-7c.lockgraph.json"],
                Directory.GetFiles(Path.Combine(folder, "seen")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            string inversion = File.ReadAllText(Path.Combine(folder, "seen", "luo-7a.lockgraph.json"));
            Assert.Contains("luo_session_serialize_rwsem", inversion, StringComparison.Ordinal);
            Assert.Contains("Inversion", inversion, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void SnapshotsWhereNoFolderCanBe_ExitTwoWithOneLine()
    {
        string file = Path.GetTempFileName();
        try
        {
            (int exit, _, string error) = Run("--scenario", "1", "--snapshots", file);
            Assert.Equal(LuoCommand.Usage, exit);
            Assert.StartsWith("luo: --snapshots: ", error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd().Split('\n'));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exit = LuoCommand.Run(args, output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
