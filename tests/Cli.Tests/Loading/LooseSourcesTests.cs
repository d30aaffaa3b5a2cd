using LockGraph.Cli.Loading;
using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Tests.Loading;

public sealed class LooseSourcesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockgraph-");

    [Fact]
    public async Task ImplicitUsingsTopLevelStatementsAndOurAnnotations_Compile()
    {
        LoadedCode code = await Load("""
            using LockGraph;

            using (Gates.First.EnterScope()) { await Task.Delay(new List<int>().Count); }

            static class Gates { [LockClass("first")] public static readonly TrackedLock First = new(); public static readonly Lock Second = new(); }
            """);
        Assert.Empty(code.Problems);
        Assert.Equal(OutputKind.ConsoleApplication, Assert.Single(code.Projects).Compilation.Options.OutputKind);
    }

    [Fact]
    public async Task FileThatDoesNotCompile_IsNamedWithItsFirstError()
    {
        LoadedCode code = await Load("class C\n{\n    int M() => nothing;\n    int N() => neither;\n}\n");
        Assert.Empty(code.Projects);
        LoadProblem problem = Assert.Single(code.Problems);
        Assert.Equal(ShownPath.Of(Source), problem.Project);
        Assert.Equal(ShownPath.Of(Source) + "(3,16): CS0103: The name 'nothing' does not exist in the current context", problem.Reason);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private string Source => Path.Combine(_folder.FullName, "s.cs");

    private async Task<LoadedCode> Load(string source)
    {
        await File.WriteAllTextAsync(Source, source);
        return await SourceLoader.LoadAsync(Source, new Progress<string>(), CancellationToken.None);
    }
}
