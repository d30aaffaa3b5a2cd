using LockGraph.Cli.Loading;

namespace LockGraph.Cli.Tests.Loading;

public sealed class SourceLoaderTests(SolutionFolder folder) : IClassFixture<SolutionFolder>
{
    [Fact]
    public async Task Solution_IsLoadedDependenciesFirstAndEachFrameworkThatIsUsedOnce()
    {
        (LoadedCode code, _) = await Load("Good/Good.slnx");
        Assert.Empty(code.Problems);
        Assert.Empty(code.Notes);
        string[] names = [.. code.Projects.Select(project => project.Name)];
        Assert.Equal(["High", "Low(net10.0)", "Low(netstandard2.0)", "Middle"], names.Order(StringComparer.Ordinal));
        Assert.True(Array.IndexOf(names, "Low(netstandard2.0)") < Array.IndexOf(names, "Middle"));
        Assert.True(Array.IndexOf(names, "Middle") < Array.IndexOf(names, "High"));
        Assert.Equal(3, code.Projects.DistinctBy(project => project.File).Count());
    }

    [Fact]
    public async Task SolutionWithEverythingWrong_NamesEachAndLoadsTheRest()
    {
        (LoadedCode code, IReadOnlyList<string> told) = await Load("All.slnx");
        Assert.Equal(["High", "Low", "Middle", "Strict"], code.Projects.Select(project => project.Name.Split('(')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Broken/Broken", "Cut/Cut", "Gone/Gone", "Unrestored/Unrestored"],
            code.Problems.Select(problem => Path.GetRelativePath(folder.Path("."), Path.GetFullPath(problem.Project)).Replace('\\', '/').Replace(".csproj", "", StringComparison.Ordinal)));
        Assert.EndsWith("Broken.cs(1,15): CS0234: The type or namespace name 'Gone' does not exist in the namespace 'Low' (are you missing an assembly reference?)", code.Problems[0].Reason, StringComparison.Ordinal);
        Assert.StartsWith("The project file could not be loaded.", code.Problems[1].Reason, StringComparison.Ordinal);
        Assert.Contains("not found", code.Problems[2].Reason, StringComparison.Ordinal);
        Assert.Equal("it is not restored (run dotnet restore)", code.Problems[3].Reason);
        Assert.All(code.Problems, problem => Assert.DoesNotContain('\n', problem.Reason));
        Assert.Equal("F.fsproj: this is not a C# project and is not checked.", Assert.Single(code.Notes).Split('/')[^1]);
        Assert.Contains(told, line => line.StartsWith("loading ", StringComparison.Ordinal) && line.EndsWith("/High.csproj", StringComparison.Ordinal));
        Assert.Contains(told, line => line.StartsWith("compiling High ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Project_BringsWhatItRefersTo()
    {
        (LoadedCode code, _) = await Load("High/High.csproj");
        Assert.Empty(code.Problems);
        Assert.Equal(["High", "Low(net10.0)", "Low(netstandard2.0)", "Middle"], code.Projects.Select(project => project.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task FolderOfAProject_IsTheProject()
    {
        (LoadedCode code, _) = await Load("Strict");
        Assert.Equal("Strict", Assert.Single(code.Projects).Name);
    }

    private async Task<(LoadedCode Code, IReadOnlyList<string> Told)> Load(string path)
    {
        var told = new Steps();
        return (await SourceLoader.LoadAsync(folder.Path(path), told, CancellationToken.None), told.Told);
    }

    private sealed class Steps : IProgress<string>
    {
        private readonly Lock _gate = new();
        private readonly List<string> _told = [];

        public IReadOnlyList<string> Told
        {
            get
            {
                lock (_gate)
                {
                    return [.. _told];
                }
            }
        }

        public void Report(string value)
        {
            lock (_gate)
            {
                _told.Add(value);
            }
        }
    }
}
