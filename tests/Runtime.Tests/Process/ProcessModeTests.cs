using System.Text.Json;

namespace LockGraph.Runtime.Tests.Process;

public class ProcessModeTests
{
    [Theory]
    [InlineData(null, "Off")]
    [InlineData("", "Off")]
    [InlineData("Off", "Off")]
    [InlineData("observe", "Observe")]
    [InlineData("ASSERT", "Assert")]
    public void ModeVariable_DecidesTheMode(string? written, string mode) =>
        Assert.Equal([mode], ChildProcess.Run(nameof(Situations.PrintMode), written).Lines);

    [Fact]
    public void Settings_AreThoseOfTheProcessAndItsTroubleIsToldAtTheEnd()
    {
        ChildOutcome outcome = ChildProcess.Run(nameof(Situations.ConfigureTheProcess), "Observe");
        Assert.Equal(["HeldLimit", "refused"], outcome.Lines);
        Assert.Contains("1 faults of the validator itself or of a sink were contained; the first: this sink is broken", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Asert")]
    [InlineData("7")]
    public void MisspelledMode_IsOffAndSaysWhy(string written)
    {
        ChildOutcome outcome = ChildProcess.Run(nameof(Situations.PrintMode), written);
        string[] lines = outcome.Lines;
        Assert.Equal("LockGraph: " + lines[1], outcome.Error);
        Assert.Equal("Off", lines[0]);
        Assert.Contains("LOCKGRAPH_MODE", lines[1], StringComparison.Ordinal);
        Assert.Contains("'" + written + "'", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void RuntimeConfigurationOption_DecidesTheMode() =>
        Assert.Equal(["Assert"], ChildProcess.Run(nameof(Situations.PrintMode), option: "Assert").Lines);

    [Fact]
    public void ModeVariable_GoesBeforeTheRuntimeConfiguration() =>
        Assert.Equal(["Observe"], ChildProcess.Run(nameof(Situations.PrintMode), "Observe", option: "Assert").Lines);

    [Fact]
    public void MisspelledOption_NamesTheOption() =>
        Assert.Contains("LockGraph.Mode", ChildProcess.Run(nameof(Situations.PrintMode), option: "On").Lines[1], StringComparison.Ordinal);

    [Fact]
    public void CodeBeforeFirstUse_GoesBeforeTheEnvironment() =>
        Assert.Equal(["threw Inversion", "1"], ChildProcess.Run(nameof(Situations.ChooseAssertFirst), "Observe").Lines);

    [Theory]
    [InlineData(null, "Off")]
    [InlineData("Assert", "Assert")]
    public void CodeAfterFirstUse_IsRefused(string? written, string mode) =>
        Assert.Equal(["refused", mode], ChildProcess.Run(nameof(Situations.ChooseTooLate), written).Lines);

    [Theory]
    [InlineData("Off", "went on", "0")]
    [InlineData("Observe", "went on", "1")]
    [InlineData("Assert", "threw Inversion", "1")]
    public void BothOrders_MeetTheModeOfTheProcess(string mode, string verdict, string violations) =>
        Assert.Equal([verdict, violations], ChildProcess.Run(nameof(Situations.TakeBothOrders), mode).Lines);

    [Fact]
    public void ModeOff_LeavesBareLocksThatMindNothing()
    {
        ChildOutcome outcome = ChildProcess.Run(nameof(Situations.UseEveryPrimitive));
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["True", "True", "False", "True", "False", "0"], outcome.Lines);
    }

    [Fact]
    public void SnapshotVariable_WritesTheSnapshotWhenTheProcessEnds()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("seen.lockgraph.json");
        File.WriteAllText(path, "what an earlier run left");
        ChildOutcome outcome = ChildProcess.Run(nameof(Situations.TakeBothOrders), "Observe", path);

        // This assembly has one misspelled promise, and that is the only trouble there is.
        Assert.Matches("^LockGraph: [0-9]+ lock classes, [0-9]+ edges, 1 violations, 0 notes\\.\r?\nLG9001: '_nowhere' in [^\n]*$", outcome.Error);
        using JsonDocument snapshot = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal("lockgraph-snapshot", snapshot.RootElement.GetProperty("format").GetString());
        Assert.Equal(["A > B", "B > A"], snapshot.RootElement.GetProperty("edges").EnumerateArray()
            .Where(edge => edge.GetProperty("provenance").EnumerateArray().Any(word => word.GetString() == "observed"))
            .Select(edge => edge.GetProperty("outer").GetString() + " > " + edge.GetProperty("inner").GetString()));
        Assert.Equal("Inversion", Assert.Single(snapshot.RootElement.GetProperty("violations").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void SnapshotOfTheSameProgram_HasTheSameIdsFromRunToRun()
    {
        using var folder = new TemporaryFolder();
        string[] ids = [.. new[] { "one", "two" }.Select(name =>
        {
            string path = folder.File(name);
            ChildProcess.Run(nameof(Situations.TakeBothOrders), "Observe", path);
            using JsonDocument snapshot = JsonDocument.Parse(File.ReadAllText(path));
            return snapshot.RootElement.GetProperty("violations")[0].GetProperty("id").GetString()!;
        })];
        Assert.Equal(ids[0], ids[1]);
        Assert.StartsWith("LG1002-", ids[0], StringComparison.Ordinal);
    }

    [Fact]
    public void SnapshotThatCannotBeWritten_IsToldAndLeavesTheProgramAlone()
    {
        using var folder = new TemporaryFolder();
        ChildOutcome outcome = ChildProcess.Run(nameof(Situations.TakeBothOrders), "Observe", folder.File("missing/seen.json"));
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("could not be written", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void ModeOff_WritesNoSnapshot()
    {
        using var folder = new TemporaryFolder();
        ChildProcess.Run(nameof(Situations.TakeBothOrders), "Off", folder.File("seen.json"));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData(nameof(Situations.EndWithALeak), "Observe", "careless")]
    [InlineData(nameof(Situations.EndWithALeak), "Assert", "careless")]
    [InlineData(nameof(Situations.EndWithALeakOfAFlow), "Observe", "an asynchronous flow")]
    [InlineData(nameof(Situations.EndWithALeakOfAFlow), "Assert", "an asynchronous flow")]
    public void LockThatWasKept_IsToldWhenTheProcessEnds(string situation, string mode, string flow)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("seen.json");
        Assert.Equal(0, ChildProcess.Run(situation, mode, path).ExitCode);
        using JsonDocument snapshot = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement leak = Assert.Single(snapshot.RootElement.GetProperty("violations").EnumerateArray());
        Assert.Equal("Leak", leak.GetProperty("kind").GetString());
        Assert.Equal(flow, leak.GetProperty("flow").GetString());
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("lockgraph").FullName;

        public string File(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
