using System.Text.Json;
using LockGraph.Cli.Check;
using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Tests.Check;

public sealed class BaselineTests : IDisposable
{
    private readonly CheckFolder _folder = new();

    private string BaselineFile => Path.Combine(_folder.Root, "locks.json");

    [Fact]
    public void WrittenBaseline_AcceptsWhatIsThereAndExitsZero()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        Assert.Equal(0, CheckFolder.Check(Request(path) with { WritesBaseline = true }).Code);
        Assert.Equal((0, "0 new findings, 1 known, 0 fixed in 1 project.\n", ""), CheckFolder.Check(Request(path)));
    }

    [Fact]
    public void KnownFinding_StaysKnownWhenItsLinesMove()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        CheckFolder.Check(Request(path) with { WritesBaseline = true });
        _folder.File("c.cs", "// A line.\n\n" + CheckFolder.OneNesting.Replace("    void M()", "    void New() { }\n    void M()", StringComparison.Ordinal));
        Assert.Equal(0, CheckFolder.Check(Request(path)).Code);
    }

    [Fact]
    public void SameNestingInAnotherMember_IsNew()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        CheckFolder.Check(Request(path) with { WritesBaseline = true });
        _folder.File("c.cs", CheckFolder.OneNesting.Replace("    void M()", "    void N() { lock (_a) lock (_b) { } }\n    void M()", StringComparison.Ordinal));
        (int code, string output, _) = CheckFolder.Check(Request(path));
        Assert.Equal(1, code);
        Assert.Contains("(4,32): warning LG1002", output, StringComparison.Ordinal);
        Assert.EndsWith("1 new finding, 1 known, 0 fixed in 1 project.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void SecondInTheSameMember_IsNew()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        CheckFolder.Check(Request(path) with { WritesBaseline = true });
        _folder.File("c.cs", CheckFolder.OneNesting.Replace("lock (_b) { }", "lock (_b) { }\n        lock (_a) lock (_b) { }", StringComparison.Ordinal));
        (int code, string output, _) = CheckFolder.Check(Request(path));
        Assert.Equal(1, code);
        Assert.EndsWith("1 new finding, 1 known, 0 fixed in 1 project.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void FixedFinding_IsNamedAndDoesNotFail()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        CheckFolder.Check(Request(path) with { WritesBaseline = true });
        _folder.File("c.cs", "class C { }\n");
        (int code, string output, string error) = CheckFolder.Check(Request(path));
        Assert.Equal((0, ""), (code, error));
        Assert.Equal($"fixed LG1002 in {_folder.Shown("c.cs")}: C._b is acquired while C._a is held\n0 new findings, 0 known, 1 fixed in 1 project.\n", output);
    }

    [Fact]
    public void SameFindings_AreTheSameBytes()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        CheckFolder.Check(Request(path) with { WritesBaseline = true });
        string first = _folder.Read("locks.json");
        CheckFolder.Check(Request(path) with { WritesBaseline = true });
        Assert.Equal(first, _folder.Read("locks.json"));
        Assert.EndsWith("}\n", first, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingBaseline_IsBadInputThatSaysHowToMakeIt()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        BadInputException thrown = Assert.Throws<BadInputException>(() => CheckFolder.Check(Request(path)));
        Assert.Equal($"{BaselineFile}: there is no such file; --write-baseline makes it.", thrown.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"lockgraph-snapshot\",\"schema\":1}")]
    [InlineData("{\"format\":\"lockgraph-baseline\",\"schema\":1,\"findings\":[{}]}")]
    [InlineData("{\"format\":\"lockgraph-baseline\",\"schema\":1,\"findings\":[{\"fingerprint\":null,\"rule\":\"\",\"path\":\"\",\"message\":\"\"}]}")]
    [InlineData("{\"format\":\"lockgraph-baseline\",\"schema\":1,\"findings\":[")]
    public void OtherFile_IsBadInput(string content)
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        _folder.File("locks.json", content);
        Assert.Equal($"{BaselineFile}: this is not a baseline.", Assert.Throws<BadInputException>(() => CheckFolder.Check(Request(path))).Message);
    }

    [Fact]
    public void NewerSchema_IsBadInput()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        _folder.File("locks.json", "{\"format\":\"lockgraph-baseline\",\"schema\":2,\"findings\":[]}");
        Assert.Contains("schema 2", Assert.Throws<BadInputException>(() => CheckFolder.Check(Request(path))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteWithoutFile_IsBadInput() => Assert.Throws<BadInputException>(() => CheckFolder.Check(new CheckRequest { Path = ".", WritesBaseline = true }));

    [Fact]
    public void CodeThatDoesNotCompile_WritesNoBaselineAndFixesNothing()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        CheckFolder.Check(Request(path) with { WritesBaseline = true });
        string before = _folder.Read("locks.json");
        _folder.File("c.cs", "class C {");
        Assert.Throws<BadInputException>(() => CheckFolder.Check(Request(path) with { WritesBaseline = true }));
        Assert.Equal(before, _folder.Read("locks.json"));
        (int code, string output, _) = CheckFolder.Check(Request(path));
        Assert.Equal((2, "0 new findings, 0 known, 0 fixed in 0 projects; 1 not checked.\n"), (code, output));
    }

    [Theory]
    [InlineData(DiagnosticSeverity.Info, 1)]
    [InlineData(DiagnosticSeverity.Warning, 1)]
    [InlineData(DiagnosticSeverity.Error, 0)]
    [InlineData(null, 0)]
    public void Warning_FailsFromItsSeverityDown(DiagnosticSeverity? failOn, int code)
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        Assert.Equal(code, CheckFolder.Check(new CheckRequest { Path = path, FailOn = failOn }).Code);
    }

    [Fact]
    public void SarifOfABaseline_SaysWhatIsNewUnchangedAndAbsent()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting + CheckFolder.OneNesting.Replace("class C", "class Gone", StringComparison.Ordinal));
        CheckFolder.Check(Request(path) with { WritesBaseline = true });
        _folder.File("c.cs", CheckFolder.OneNesting + CheckFolder.OneNesting.Replace("class C", "class Added", StringComparison.Ordinal));
        (int code, string output, _) = CheckFolder.Check(Request(path) with { Format = "sarif" });
        using JsonDocument log = JsonDocument.Parse(output);
        Assert.Equal(1, code);
        Assert.Equal(
            ["unchanged", "new", "absent"],
            log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result => result.GetProperty("baselineState").GetString()!));
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private CheckRequest Request(string path) => new() { Path = path, Baseline = BaselineFile };
}
