using System.Collections.Immutable;
using System.Composition;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.CodeFixes;

/// <summary>LG3007: <c>lock (tracked)</c> becomes <c>using (tracked.EnterScope())</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseEnterScopeCodeFixProvider))]
[Shared]
public sealed class UseEnterScopeCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.LockStatementOnTracked);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            LockStatementSyntax? statement = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<LockStatementSyntax>();
            if (root is null || statement is null || !statement.Expression.Span.Contains(diagnostic.Location.SourceSpan)
                || model?.GetTypeInfo(statement.Expression, context.CancellationToken).Type is not { } type || type.GetMembers("EnterScope").IsEmpty
                || !ScopeWriting.CanHoldScope(statement))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    Strings.Title("UseScope"),
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(statement, ScopeWriting.AsUsing(statement, statement.Expression)))),
                    nameof(UseEnterScopeCodeFixProvider)),
                diagnostic);
        }
    }
}
