using LockGraph.Cli.Loading;

namespace LockGraph.Cli.Tests.Loading;

public sealed class InputPathTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockgraph-");

    [Fact]
    public void FolderWithOneSolution_IsTheSolution()
    {
        File("s.sln", "");
        File("p/p.csproj", "");
        Assert.Equal("s.sln", Path.GetFileName(InputPath.Resolve(_folder.FullName).Solution));
    }

    [Fact]
    public void TwoSpellingsOfOneSolution_AreTheNewOne()
    {
        File("s.sln", "");
        File("s.slnx", "");
        Assert.Equal("s.slnx", Path.GetFileName(InputPath.Resolve(_folder.FullName).Solution));
    }

    [Fact]
    public void FolderWithSeveralSolutions_AsksForOne()
    {
        File("b.sln", "");
        File("a.slnx", "");
        Assert.Equal($"{_folder.FullName}: there are several solutions, name one: a.slnx, b.sln.", Refusal(_folder.FullName));
    }

    [Fact]
    public void FolderWithProjects_IsAllOfThemButNotThoseOfBuilds()
    {
        File("b/b.csproj", "");
        File("a/a.csproj", "");
        File("a/obj/x.csproj", "");
        File(".hidden/y.csproj", "");
        Assert.Equal(["a.csproj", "b.csproj"], InputPath.Resolve(_folder.FullName).Projects.Select(Path.GetFileName));
    }

    [Fact]
    public void FolderWithSources_IsAllOfThem()
    {
        File("b.cs", "");
        File("a/c.cs", "");
        Assert.Equal(["c.cs", "b.cs"], InputPath.Resolve(_folder.FullName).Sources.Select(Path.GetFileName));
    }

    [Fact]
    public void EmptyFolder_IsBadInput() => Assert.Equal($"{_folder.FullName}: there is no C# in this folder.", Refusal(_folder.FullName));

    [Fact]
    public void MissingPath_IsBadInput() => Assert.Equal("no/such: there is no such file or folder.", Refusal("no/such"));

    [Fact]
    public void OtherFile_IsBadInput()
    {
        File("x.vbproj", "");
        Assert.EndsWith("x.vbproj: this is not a .sln, .slnx, .csproj or .cs file.", Refusal(Path.Combine(_folder.FullName, "x.vbproj")), StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static string Refusal(string path) => Assert.Throws<BadInputException>(() => InputPath.Resolve(path)).Message;

    private void File(string name, string content)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
    }
}
