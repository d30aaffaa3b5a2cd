using System.Collections.Immutable;
using System.Composition;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace LockGraph.CodeFixes;

/// <summary>LG2007: runs the <c>try</c> block behind an ignored try only when the lock was obtained.</summary>
/// <remarks>Only where the block is the one that releases the lock, and where the method goes on behind it: what follows then runs either way, as it did.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TestTryResultCodeFixProvider))]
[Shared]
public sealed class TestTryResultCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.TryResult);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

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
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax block } tried
                || LockStep.Of(tried, facts, model, context.CancellationToken) is not { Acquires: true } step
                || block.Statements.IndexOf(tried) is var index && index + 1 >= block.Statements.Count
                || block.Statements[index + 1] is not TryStatementSyntax { Finally.Block.Statements: [var release] } attempt || tried.HasDirectivesInside() || attempt.HasDirectivesInside()
                || LockStep.Of(release, facts, model, context.CancellationToken) is not { Releases: true } exit || !step.IsOfSameLock(exit)
                || model.AnalyzeControlFlow(attempt) is not { Succeeded: true, EndPointIsReachable: true }
                || model.AnalyzeDataFlow(attempt) is not { Succeeded: true } flow || flow.AlwaysAssigned.Intersect(flow.ReadOutside, SymbolEqualityComparer.Default).Any())
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    Strings.Title("TestTryResult"), _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(block, Repair(block, tried, attempt)))), nameof(TestTryResultCodeFixProvider)),
                diagnostic);
        }
    }

    private static BlockSyntax Repair(BlockSyntax block, ExpressionStatementSyntax tried, TryStatementSyntax attempt)
    {
        StatementSyntax tested = SyntaxFactory.IfStatement(tried.Expression, SyntaxFactory.Block(attempt.WithoutBlankLinesBefore()))
            .WithLeadingTrivia(tried.GetLeadingTrivia()).WithTrailingTrivia(attempt.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
        int index = block.Statements.IndexOf(tried);
        return block.WithStatements(SyntaxFactory.List([.. block.Statements.Take(index), tested, .. block.Statements.Skip(index + 2)]));
    }
}
