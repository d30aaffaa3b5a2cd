using System.Collections.Immutable;
using System.Composition;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.CodeFixes;

/// <summary>LG3004: takes <c>readonly</c> off the field of a <c>SpinLock</c>, which is a value and must not be copied.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeSpinLockWritableCodeFixProvider))]
[Shared]
public sealed class MakeSpinLockWritableCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.WrongObject);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan) is not VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Parent: not StructDeclarationSyntax } field } variable
                || field.Declaration.Variables.Count > 1 || field.Modifiers.IndexOf(SyntaxKind.ReadOnlyKeyword) is not (>= 0 and var index))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    Strings.Title("MakeWritable", variable.Identifier.ValueText),
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(field, Without(field, index)))),
                    nameof(MakeSpinLockWritableCodeFixProvider)),
                diagnostic);
        }
    }

    private static FieldDeclarationSyntax Without(FieldDeclarationSyntax field, int index) =>
        field.WithModifiers(field.Modifiers.RemoveAt(index)).WithLeadingTrivia(field.GetLeadingTrivia());
}
