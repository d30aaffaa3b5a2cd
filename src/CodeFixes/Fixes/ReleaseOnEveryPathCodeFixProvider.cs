using System.Collections.Immutable;
using System.Composition;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.CodeFixes;

/// <summary>LG2004: turns an acquisition and its release into <c>lock</c> or <c>using</c>, or moves the release into <c>finally</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReleaseOnEveryPathCodeFixProvider))]
[Shared]
public sealed class ReleaseOnEveryPathCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.NotReleased);

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
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            {
                continue;
            }

            if (TryWithReleases.Behind(statement, facts, model, context.CancellationToken) is { } attempt)
            {
                Register("ReleaseInFinally", attempt.Block, attempt.WithFinally);
                continue;
            }

            if (HeldRegion.Of(statement, facts, model, context.CancellationToken) is not { } region)
            {
                continue;
            }

            if (region.Statement is not null && !region.Suspends())
            {
                switch (KindOf(region.Acquisition, model))
                {
                    case StatementKind.Lock:
                        Register("UseLockStatement", region.Block, () => RegionWriting.AsLockStatement(region));
                        break;
                    case StatementKind.Using:
                        Register("UseScope", region.Block, () => RegionWriting.AsUsing(region));
                        break;
                }
            }

            Register("ReleaseInFinally", region.Block, () => RegionWriting.AsTry(region));

            void Register(string title, SyntaxNode old, Func<SyntaxNode> repaired) => context.RegisterCodeFix(
                CodeAction.Create(
                    Strings.Title(title), _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, repaired()))), nameof(ReleaseOnEveryPathCodeFixProvider) + "." + title),
                diagnostic);
        }
    }

    private static StatementKind KindOf(LockStep acquisition, SemanticModel model)
    {
        // A lock statement, and a ref struct in an asynchronous method, mean what they should only from C# 13 on.
        bool knowsLock = ((CSharpParseOptions)acquisition.Call.SyntaxTree.Options).LanguageVersion >= LanguageVersions.CSharp13;
        return acquisition.Action.Primitive.Family switch
        {
            LockFamily.Monitor => model.GetTypeInfo(acquisition.Lock).Type is { Name: "Lock" or "TrackedLock" or "TrackedMonitor" } ? StatementKind.None : StatementKind.Lock,
            LockFamily.Lock when model.GetTypeInfo(acquisition.Lock).Type is { Name: "Lock", ContainingNamespace.Name: "Threading" } => knowsLock ? StatementKind.Lock : StatementKind.None,
            LockFamily.Lock => knowsLock ? StatementKind.Using : StatementKind.None,
            _ => StatementKind.None,
        };
    }

    private enum StatementKind
    {
        None,
        Lock,
        Using,
    }
}
