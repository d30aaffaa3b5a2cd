using System.Collections.Immutable;
using System.Composition;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace LockGraph.CodeFixes;

/// <summary>LG3003: copies a delegate under the lock, and calls it when the lock is released.</summary>
/// <remarks>Offered for a call that is the last thing under the lock. What its arguments read under the lock is copied along.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RaiseAfterReleaseCodeFixProvider))]
[Shared]
public sealed class RaiseAfterReleaseCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UnknownCode);

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
            SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (DeferredRaise.At(node, facts, model, context.CancellationToken) is not { } raise || Copies(raise, model, context.CancellationToken) is not { } copies)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    Strings.Title("RaiseAfterRelease"),
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(Repair(root, raise, copies, SyntaxGenerator.GetGenerator(context.Document)))),
                    nameof(RaiseAfterReleaseCodeFixProvider)),
                diagnostic);
        }
    }

    /// <summary>What has to be read under the lock; <see langword="null"/> when that cannot be written.</summary>
    private static List<Copy>? Copies(DeferredRaise raise, SemanticModel model, CancellationToken cancellation)
    {
        var taken = new HashSet<string>(
            (raise.Outermost.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)raise.Outermost).DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText),
            StringComparer.Ordinal);
        var copies = new List<Copy>();
        if (!raise.IsCopied(model, cancellation))
        {
            copies.Add(new Copy(raise.Delegate, NameOf(raise.Delegate, "callback", taken), raise.DelegateType));
        }

        foreach (ArgumentSyntax argument in raise.Arguments.Arguments)
        {
            if (raise.IsTrivial(argument.Expression, model, cancellation))
            {
                continue;
            }

            if (raise.Tests.Count > 0 || model.GetTypeInfo(argument.Expression, cancellation) is not { Type: { IsRefLikeType: false, IsAnonymousType: false, TypeKind: not TypeKind.Error } type } typed)
            {
                return null;
            }

            ITypeSymbol declared = type.IsReferenceType ? type.WithNullableAnnotation(typed.Nullability.FlowState == NullableFlowState.MaybeNull && model.GetNullableContext(argument.SpanStart).AnnotationsEnabled() ? NullableAnnotation.Annotated : NullableAnnotation.NotAnnotated) : type;
            copies.Add(new Copy(argument.Expression, NameOf(argument.Expression, "argument", taken), declared));
        }

        // A test without a copy of the delegate would have to be made again outside.
        return raise.Tests.Count > 0 && copies.Count == 0 ? null : copies;
    }

    private static SyntaxNode Repair(SyntaxNode root, DeferredRaise raise, List<Copy> copies, SyntaxGenerator generator)
    {
        SyntaxTrivia lineBreak = LineBreaks.Of(root);
        var names = copies.ToDictionary(copy => copy.Of, copy => (ExpressionSyntax)SyntaxFactory.IdentifierName(copy.Name));
        ArgumentListSyntax arguments = raise.Arguments.ReplaceNodes(copies.Select(copy => copy.Of).Where(of => raise.Arguments.Contains(of)), (node, _) => names[node].WithTriviaFrom(node));
        ExpressionSyntax target = (names.TryGetValue(raise.Delegate, out ExpressionSyntax? copied) ? copied : raise.Delegate).WithoutTrivia();
        ExpressionSyntax call = raise.Conditional || raise.Tests.Count > 0
            ? SyntaxFactory.ConditionalAccessExpression(
                target, SyntaxFactory.InvocationExpression(SyntaxFactory.MemberBindingExpression(SyntaxFactory.IdentifierName("Invoke")), arguments))
            : SyntaxFactory.InvocationExpression(target, arguments);

        List<StatementSyntax> before = [];
        foreach (Copy copy in copies)
        {
            SyntaxNode declared = raise.Tests.Count > 0
                ? generator.LocalDeclarationStatement(copy.Type, copy.Name, generator.NullLiteralExpression())
                : generator.LocalDeclarationStatement(copy.Type, copy.Name);
            before.Add(((StatementSyntax)declared).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));
        }

        List<StatementSyntax> under = [.. copies.Select(copy => (StatementSyntax)SyntaxFactory.ExpressionStatement(
            SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName(copy.Name), copy.Of.WithoutTrivia()))
            .WithAdditionalAnnotations(Formatter.Annotation))];
        if (under.Count > 0)
        {
            under[0] = under[0].WithLeadingTrivia(raise.Call.GetLeadingTrivia());
            under[under.Count - 1] = under[under.Count - 1].WithTrailingTrivia(lineBreak);
        }

        StatementSyntax released = SyntaxFactory.ExpressionStatement(call).WithTrailingTrivia(raise.Call.GetTrailingTrivia()).WithLeadingTrivia(lineBreak).WithAdditionalAnnotations(Formatter.Annotation);
        var body = (BlockSyntax)raise.Call.Parent!;
        BlockSyntax newBody = body.WithStatements(SyntaxFactory.List(body.Statements.Take(body.Statements.Count - 1).Concat(under)));
        StatementSyntax outermost = raise.Outermost.ReplaceNode(body, newBody);
        if (before.Count > 0)
        {
            before[0] = before[0].WithLeadingTrivia(raise.Outermost.GetLeadingTrivia());
            outermost = outermost.WithoutBlankLinesBefore().WithLeadingTrivia(raise.Outermost.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        }

        var around = (BlockSyntax)raise.Outermost.Parent!;
        int index = around.Statements.IndexOf(raise.Outermost);
        List<StatementSyntax> statements = [.. around.Statements.Take(index), .. before, outermost, released];
        if (index + 1 < around.Statements.Count)
        {
            statements.Add(around.Statements[index + 1].WithBlankLineBefore(lineBreak));
            statements.AddRange(around.Statements.Skip(index + 2));
        }

        return root.ReplaceNode(around, around.WithStatements(SyntaxFactory.List(statements)));
    }

    private static string NameOf(ExpressionSyntax expression, string otherwise, HashSet<string> taken)
    {
        string name = DeferredRaise.Bare(expression) switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            _ => otherwise,
        };
        name = name.TrimStart('_');
        name = name.Length == 0 ? otherwise : char.ToLowerInvariant(name[0]) + name.Substring(1);
        string free = name;
        for (int i = 2; SyntaxFacts.GetKeywordKind(free) != SyntaxKind.None || !taken.Add(free); i++)
        {
            free = name + i;
        }

        return free;
    }

    private sealed record Copy(ExpressionSyntax Of, string Name, ITypeSymbol Type);
}
