using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.CodeFixes.Tests.Support;

/// <summary>Runs a refactoring at the place that <c>$$</c> marks.</summary>
internal static class RefactoringTest<TRefactoring>
    where TRefactoring : CodeRefactoringProvider, new()
{
    public static async Task Turns(string before, string after)
    {
        using var workspace = new AdhocWorkspace();
        (Document document, int position) = Open(workspace, before);
        CodeAction action = Assert.Single(await Offered(document, position));
        CodeActionOperation operation = Assert.Single(await action.GetOperationsAsync(CancellationToken.None));
        Document changed = ((ApplyChangesOperation)operation).ChangedSolution.GetDocument(document.Id)!;
        SourceText text = await changed.GetTextAsync();
        Assert.Equal(after, text.ToString());
        Compilation compilation = (await changed.Project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    public static async Task IsNotOffered(string code)
    {
        using var workspace = new AdhocWorkspace();
        (Document document, int position) = Open(workspace, code);
        Assert.Empty(await Offered(document, position));
    }

    private static (Document Document, int Position) Open(AdhocWorkspace workspace, string code)
    {
        int position = code.IndexOf("$$", StringComparison.Ordinal);
        Project project = workspace.AddProject("Example", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
            .WithMetadataReferences(References.All)
            .AddDocument("ImplicitUsings.cs", References.ImplicitUsings).Project;
        return (project.AddDocument("Test.cs", code.Remove(position, 2)), position);
    }

    private static async Task<List<CodeAction>> Offered(Document document, int position)
    {
        var actions = new List<CodeAction>();
        await new TRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, new TextSpan(position, 0), actions.Add, CancellationToken.None));
        return actions;
    }
}
