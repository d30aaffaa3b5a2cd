using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace LockGraph.CodeFixes;

/// <summary>Writes a region under a lock as one statement.</summary>
internal static class RegionWriting
{
    /// <summary>The block with <c>lock (gate) { … }</c>.</summary>
    public static BlockSyntax AsLockStatement(HeldRegion region) => Replace(
        region, SyntaxFactory.LockStatement(region.Acquisition.Lock.WithoutTrivia(), Body(region, withReleaseComments: true)));

    /// <summary>The block with <c>using (gate.EnterScope()) { … }</c>.</summary>
    public static BlockSyntax AsUsing(HeldRegion region) => Replace(region, ScopeStatement(region.Acquisition.Lock, Body(region, withReleaseComments: true)));

    /// <summary>The block with the acquisition, and <c>try { … } finally { release }</c> behind it.</summary>
    public static BlockSyntax AsTry(HeldRegion region)
    {
        StatementSyntax release = region.Block.Statements[region.Release];
        TryStatementSyntax attempt = SyntaxFactory.TryStatement(
            Body(region, withReleaseComments: false), default, FinallyOf(release))
            .WithAdditionalAnnotations(Formatter.Annotation);
        attempt = attempt.WithTrailingTrivia(LineBreaks.Of(region.Block));

        // Behind a test that jumps away, a blank line; right behind the acquisition, none.
        if (region.Start > 0 && region.Statement is null)
        {
            attempt = attempt.WithBlankLineBefore(LineBreaks.Of(region.Block));
        }

        return Rebuild(region, region.Start, attempt);
    }

    /// <summary><c>using (gate.EnterScope()) …</c>.</summary>
    public static UsingStatementSyntax ScopeStatement(ExpressionSyntax gate, StatementSyntax body) =>
        SyntaxFactory.UsingStatement(null, EnterScope(gate), body);

    /// <summary><c>gate.EnterScope()</c>.</summary>
    public static InvocationExpressionSyntax EnterScope(ExpressionSyntax gate) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, gate.WithoutTrivia(), SyntaxFactory.IdentifierName("EnterScope")));

    /// <summary><c>finally { release }</c>.</summary>
    public static FinallyClauseSyntax FinallyOf(StatementSyntax release) =>
        SyntaxFactory.FinallyClause(SyntaxFactory.Block(release.WithoutBlankLinesBefore()));

    private static BlockSyntax Replace(HeldRegion region, StatementSyntax statement)
    {
        SyntaxNode acquisition = region.Block.Statements[region.Start - 1];
        return Rebuild(
            region, region.Start - 1,
            statement.WithLeadingTrivia(acquisition.GetLeadingTrivia()).WithTrailingTrivia(LineBreaks.Of(region.Block)).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static BlockSyntax Body(HeldRegion region, bool withReleaseComments)
    {
        List<StatementSyntax> kept = [.. region.Kept()];
        kept[0] = kept[0].WithoutBlankLinesBefore();
        BlockSyntax body = SyntaxFactory.Block(kept);
        StatementSyntax release = region.Block.Statements[region.Release];
        return withReleaseComments && release.GetLeadingTrivia().SayAnything()
            ? body.WithCloseBraceToken(body.CloseBraceToken.WithLeadingTrivia(release.WithoutBlankLinesBefore().GetLeadingTrivia()))
            : body;
    }

    private static BlockSyntax Rebuild(HeldRegion region, int from, StatementSyntax statement)
    {
        List<StatementSyntax> statements = [.. region.Block.Statements.Take(from), statement];
        if (region.End < region.Block.Statements.Count)
        {
            statements.Add(region.Block.Statements[region.End].WithBlankLineBefore(LineBreaks.Of(region.Block)));
            statements.AddRange(region.Block.Statements.Skip(region.End + 1));
        }

        return region.Block.WithStatements(SyntaxFactory.List(statements));
    }
}
