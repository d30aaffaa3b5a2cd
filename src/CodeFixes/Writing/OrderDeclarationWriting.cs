using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.CodeFixes;

/// <summary>Writes <c>[assembly: LockOrder(…)]</c>: behind those that are there, or into a file of its own.</summary>
internal static class OrderDeclarationWriting
{
    private const string FileName = "LockOrder";

    /// <summary>The solution with the declaration.</summary>
    public static async Task<Solution> Add(Project project, Compilation compilation, IReadOnlyList<string> order, CancellationToken cancellation)
    {
        string text = "[assembly: LockGraph.LockOrder(" + string.Join(", ", order.Select(name => SymbolDisplay.FormatLiteral(name, quote: true))) + ")]";
        if (await LastDeclaration(project, compilation, cancellation).ConfigureAwait(false) is not { } last || project.Solution.GetDocument(last.SyntaxTree) is not { } document)
        {
            Document added = project.AddDocument(FreeName(project), SourceText.From(text + "\n"));
            return added.Project.Solution;
        }

        SyntaxTrivia lineBreak = LineBreaks.Of(last);
        AttributeListSyntax declaration = SyntaxFactory.ParseCompilationUnit(text).AttributeLists[0].WithTrailingTrivia(lineBreak);
        declaration = declaration.ReplaceNode(declaration.Attributes[0].Name, declaration.Attributes[0].Name.WithAdditionalAnnotations(Simplifier.Annotation));
        SyntaxNode root = await last.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        AttributeListSyntax before = last.GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? last : last.WithTrailingTrivia(last.GetTrailingTrivia().Add(lineBreak));
        return document.WithSyntaxRoot(root.ReplaceNode(last, new[] { before, declaration })).Project.Solution;
    }

    private static async Task<AttributeListSyntax?> LastDeclaration(Project project, Compilation compilation, CancellationToken cancellation)
    {
        var found = new List<AttributeListSyntax>();
        foreach (AttributeData attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "LockOrderAttribute", ApplicationSyntaxReference: { } reference } && project.GetDocument(reference.SyntaxTree) is not null
                && await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is { Parent: AttributeListSyntax list })
            {
                found.Add(list);
            }
        }

        return found.OrderBy(list => list.SyntaxTree.FilePath, StringComparer.Ordinal).GroupBy(list => list.SyntaxTree).FirstOrDefault()?.OrderBy(list => list.SpanStart).Last();
    }

    private static string FreeName(Project project)
    {
        var taken = new HashSet<string>(project.Documents.Where(document => document.Folders.Count == 0).Select(document => document.Name), StringComparer.OrdinalIgnoreCase);
        string name = FileName + ".cs";
        for (int i = 2; taken.Contains(name); i++)
        {
            name = FileName + i + ".cs";
        }

        return name;
    }
}
