using LockGraph.Cli.Check;

namespace LockGraph.Cli.Tests.Check;

/// <summary>The settings and suppressions of the code are kept.</summary>
public sealed class SeverityTests : IDisposable
{
    private readonly CheckFolder _folder = new();

    [Theory]
    [InlineData("error", 1, ": error LG1002: ")]
    [InlineData("suggestion", 0, ": info LG1002: ")]
    [InlineData("none", 0, "0 findings")]
    [InlineData("silent", 0, "0 findings")]
    public void EditorConfig_SetsTheSeverity(string severity, int code, string told)
    {
        string path = _folder.File("inner/c.cs", CheckFolder.OneNesting);
        _folder.File(".editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.LG1002.severity = {severity}\n");
        (int actual, string output, _) = CheckFolder.Check(new CheckRequest { Path = path });
        Assert.Equal(code, actual);
        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Suppression_IsKept()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting.Replace(
            "    void M()",
            "    [System.Diagnostics.CodeAnalysis.SuppressMessage(\"Order\", \"LG1002\", Justification = \"Meant.\")]\n    void M()",
            StringComparison.Ordinal));
        Assert.Equal(0, CheckFolder.Check(new CheckRequest { Path = path }).Code);
    }

    [Fact]
    public void RuleThatFails_IsOurFaultAndTheRestIsStillTold()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting + "class D { void M(object fault) { lock (fault) { } } }\n");
        (int code, string output, string error) = CheckFolder.Check(new CheckRequest { Path = path });
        Assert.Equal(3, code);
        Assert.Contains("LG1002", output, StringComparison.Ordinal);
        Assert.Equal("lockgraph: internal error, please report it: c: InvalidOperationException: The rule broke.\n", error);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
