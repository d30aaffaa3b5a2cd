using LockGraph.Cli.Check;

namespace LockGraph.Cli.Tests.Check;

public sealed class TextOutputTests : IDisposable
{
    private readonly CheckFolder _folder = new();

    [Fact]
    public void Finding_IsASentenceWithCodeAndCaretAndItsWitnesses()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        (int code, string output, string error) = CheckFolder.Check(new CheckRequest { Path = path });
        string expected = $"""
            {_folder.Shown("c.cs")}(7,15): warning LG1002: C._b is acquired while C._a is held
              7 |         lock (_b) {"{ }"}
                |               ^^
              C._a is acquired: {_folder.Shown("c.cs")}(6,15)
              6 |         lock (_a)
                |               ^^

            1 finding in 1 project.

            """;
        Assert.Equal((1, ""), (code, error));
        Assert.Equal(expected.ReplaceLineEndings("\n"), output);
    }

    [Fact]
    public void Tab_StaysATabAboveTheCaret()
    {
        string path = _folder.File("c.cs", "class C\n{\n\tvoid M(object a, object b)\n\t{\n\t\tlock (a)\tlock (b) { }\n\t}\n}\n");
        (_, string output, _) = CheckFolder.Check(new CheckRequest { Path = path });
        Assert.Contains("  5 | \t\tlock (a)\tlock (b) { }\n    | \t\t        \t      ^\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingFound_IsOneLine()
    {
        string path = _folder.File("c.cs", "class C { }\n");
        Assert.Equal((0, "0 findings in 1 project.\n", ""), CheckFolder.Check(new CheckRequest { Path = path }));
    }

    [Fact]
    public void FileOutput_IsTheSameTextAndNothingIsPrinted()
    {
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        (_, string printed, _) = CheckFolder.Check(new CheckRequest { Path = path });
        string file = Path.Combine(_folder.Root, "out.txt");
        Assert.Equal((1, "", ""), CheckFolder.Check(new CheckRequest { Path = path, Output = file }));
        Assert.Equal(printed, _folder.Read("out.txt"));
        Assert.Equal(["c.cs", "out.txt"], Directory.EnumerateFiles(_folder.Root).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void FilesOfAFolder_AreInOrdinalOrder()
    {
        _folder.File("b/z.cs", CheckFolder.OneNesting.Replace("class C", "class Z", StringComparison.Ordinal));
        _folder.File("a.cs", CheckFolder.OneNesting.Replace("class C", "class A", StringComparison.Ordinal));
        (_, string output, _) = CheckFolder.Check(new CheckRequest { Path = _folder.Root });
        Assert.Equal(
            [_folder.Shown("a.cs") + "(7,15)", _folder.Shown("b/z.cs") + "(7,15)"],
            output.Split('\n').Where(line => line.Contains("LG1002", StringComparison.Ordinal)).Select(line => line.Split(": ")[0]));
        Assert.EndsWith("2 findings in 1 project.\n", output, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
