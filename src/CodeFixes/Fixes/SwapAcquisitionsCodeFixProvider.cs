using System.Collections.Immutable;
using System.Composition;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace LockGraph.CodeFixes;

/// <summary>LG1001, LG1002: swaps two acquisitions that follow each other with nothing between them.</summary>
/// <remarks>Fix All only for LG1001: of an inversion, swapping both sides is an inversion again.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapAcquisitionsCodeFixProvider))]
[Shared]
public sealed class SwapAcquisitionsCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.DeclaredOrder, RuleIds.Inversion);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new RuleFixAllProvider(RuleIds.DeclaredOrder);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        CompilationFacts facts = LockStep.FactsOf(context.Document, model.Compilation);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            StatementSyntax? inner = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>();
            if (inner is not null && inner.Span.Contains(diagnostic.Location.SourceSpan)
                && AdjacentAcquisitions.Before(inner, facts, model, context.CancellationToken) is { } pair && IsMeant(diagnostic, pair, root.SyntaxTree))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Strings.Title("SwapAcquisitions", pair.InnerLock, pair.OuterLock),
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(pair.Whole, pair.Swapped().WithAdditionalAnnotations(Formatter.Annotation)))),
                        nameof(SwapAcquisitionsCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    // The diagnostic names the acquisition that it is against; the neighbour may be another one.
    private static bool IsMeant(Diagnostic diagnostic, AdjacentAcquisitions pair, SyntaxTree tree) =>
        pair.InnerHeader.Contains(diagnostic.Location.SourceSpan)
        && diagnostic.AdditionalLocations.Any(location => location.SourceTree == tree && pair.OuterHeader.Contains(location.SourceSpan));
}
