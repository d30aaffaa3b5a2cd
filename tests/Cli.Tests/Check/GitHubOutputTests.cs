using LockGraph.Cli.Check;

namespace LockGraph.Cli.Tests.Check;

public sealed class GitHubOutputTests : IDisposable
{
    private readonly CheckFolder _folder = new();

    [Fact]
    public void Finding_IsOneWorkflowCommand()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        (int code, string output, string error) = CheckFolder.Check(new CheckRequest { Path = path, Format = "github" });
        string file = _folder.Shown("c.cs");
        Assert.Equal((1, ""), (code, error));
        Assert.Equal(
            $"::warning file={file},line=7,endLine=7,col=15,endColumn=17,title=LG1002::C._b is acquired while C._a is held%0AC._a is acquired: {file}(6,15)\n",
            output);
    }

    [Fact]
    public void PercentColonAndComma_AreEscapedWhereTheyWouldMeanSomething()
    {
        string path = _folder.File("a,b%c.cs", "class C { void M() { lock (\"x: y, z\") { } } }\n");
        (_, string output, _) = CheckFolder.Check(new CheckRequest { Path = path, Format = "github" });
        Assert.StartsWith($"::notice file={_folder.Shown("a%2Cb%25c.cs")},line=1,", output, StringComparison.Ordinal);
        Assert.EndsWith("::\"x: y, z\": 100%25, a [text](link) and {braces}\n", output, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
