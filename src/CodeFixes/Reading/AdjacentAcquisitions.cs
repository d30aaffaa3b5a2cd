using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.CodeFixes;

/// <summary>Two acquisitions with nothing between them, so that either may come first.</summary>
/// <param name="Whole">The node that holds both.</param>
/// <param name="OuterHeader">Where the outer lock is acquired.</param>
/// <param name="InnerHeader">Where the inner lock is acquired.</param>
/// <param name="OuterLock">The outer lock, as the code names it.</param>
/// <param name="InnerLock">The inner lock, as the code names it.</param>
/// <param name="Swapped">Makes the node with the two swapped.</param>
internal sealed record AdjacentAcquisitions(
    SyntaxNode Whole, TextSpan OuterHeader, TextSpan InnerHeader, ExpressionSyntax OuterLock, ExpressionSyntax InnerLock, Func<SyntaxNode> Swapped)
{
    /// <summary>The pair whose second half is in the header of a statement; <see langword="null"/> when nothing adjoins it, or when the order of evaluation matters.</summary>
    public static AdjacentAcquisitions? Before(StatementSyntax inner, CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
    {
        AdjacentAcquisitions? pair = inner is LockStatementSyntax or UsingStatementSyntax
            ? OfNested(inner, facts, model, cancellation)
            : OfSiblings(inner, facts, model, cancellation) ?? OfNestedTries(inner, facts, model, cancellation);
        return pair is not null && StableExpression.NamesOneObject(pair.OuterLock, model, cancellation) && StableExpression.NamesOneObject(pair.InnerLock, model, cancellation)
            && !LockStep.IsSame(pair.OuterLock, pair.InnerLock)
            ? pair
            : null;
    }

    /// <summary><c>lock (a) { lock (b) … }</c>, <c>using (a.EnterScope()) using (b.EnterScope()) …</c>.</summary>
    private static AdjacentAcquisitions? OfNested(StatementSyntax inner, CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode? around = inner.Parent is BlockSyntax { Statements.Count: 1 } block ? block.Parent : inner.Parent;
        if (around is not (LockStatementSyntax or UsingStatementSyntax) || around.HasDirectivesInside()
            || LockOf((StatementSyntax)around, facts, model, cancellation) is not { } outerLock || LockOf(inner, facts, model, cancellation) is not { } innerLock)
        {
            return null;
        }

        var outer = (StatementSyntax)around;
        StatementSyntax outerBody = BodyOf(outer);
        return new AdjacentAcquisitions(outer, HeaderOf(outer), HeaderOf(inner), outerLock, innerLock, () =>
        {
            // The headers change places; bodies, braces and comments stay where they are.
            StatementSyntax newInner = WithBody(outer, BodyOf(inner)).WithTriviaFrom(inner);
            return WithBody(inner, outerBody.ReplaceNode(inner, newInner)).WithTriviaFrom(outer);
        });

        StatementSyntax WithBody(StatementSyntax header, StatementSyntax body) => header switch
        {
            LockStatementSyntax locked => locked.WithCloseParenToken(locked.CloseParenToken.WithTriviaFrom(CloseParenOf(header == outer ? inner : outer))).WithStatement(body),
            UsingStatementSyntax used => used.WithCloseParenToken(used.CloseParenToken.WithTriviaFrom(CloseParenOf(header == outer ? inner : outer))).WithStatement(body),
            _ => header,
        };
    }

    /// <summary><c>Monitor.Enter(a); Monitor.Enter(b);</c>, <c>using var x = a.EnterScope(); using var y = b.EnterScope();</c>.</summary>
    private static AdjacentAcquisitions? OfSiblings(StatementSyntax inner, CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
    {
        if (inner.Parent is not BlockSyntax block || block.Statements.IndexOf(inner) is not (> 0 and var index))
        {
            return null;
        }

        StatementSyntax outer = block.Statements[index - 1];
        if (outer.Kind() != inner.Kind() || LockOf(outer, facts, model, cancellation) is not { } outerLock || LockOf(inner, facts, model, cancellation) is not { } innerLock
            || inner.GetLeadingTrivia().Any(trivia => trivia.IsDirective))
        {
            return null;
        }

        return new AdjacentAcquisitions(block, outer.Span, inner.Span, outerLock, innerLock, () => block.ReplaceNodes(
            new[] { outer, inner }, (node, _) => node == outer ? inner.WithTriviaFrom(outer) : outer.WithTriviaFrom(inner)));
    }

    /// <summary><c>Enter(a); try { Enter(b); try { … } finally { Exit(b); } } finally { Exit(a); }</c>.</summary>
    private static AdjacentAcquisitions? OfNestedTries(StatementSyntax inner, CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
    {
        if (inner.Parent is not BlockSyntax { Statements.Count: 2, Parent: TryStatementSyntax { Catches.Count: 0 } outerTry } innerBlock
            || innerBlock.Statements[0] != inner || innerBlock.Statements[1] is not TryStatementSyntax { Catches.Count: 0 } innerTry
            || outerTry.Parent is not BlockSyntax block || block.Statements.IndexOf(outerTry) is not (> 0 and var index)
            || ReleaseIn(outerTry, facts, model, cancellation) is not { } outerExit || ReleaseIn(innerTry, facts, model, cancellation) is not { } innerExit)
        {
            return null;
        }

        StatementSyntax outer = block.Statements[index - 1];
        if (LockStep.Of(outer, facts, model, cancellation) is not { IsCertain: true } outerEnter || LockStep.Of(inner, facts, model, cancellation) is not { IsCertain: true } innerEnter
            || !outerEnter.IsOfSameLock(outerExit.Step) || !innerEnter.IsOfSameLock(innerExit.Step) || outerTry.HasDirectivesInside())
        {
            return null;
        }

        var swapped = new Dictionary<StatementSyntax, StatementSyntax> { [outer] = inner, [inner] = outer, [outerExit.Statement] = innerExit.Statement, [innerExit.Statement] = outerExit.Statement };
        return new AdjacentAcquisitions(block, outer.Span, inner.Span, outerEnter.Lock, innerEnter.Lock, () => block.ReplaceNodes(
            swapped.Keys, (node, _) => swapped[node].WithTriviaFrom(node)));
    }

    private static (StatementSyntax Statement, LockStep Step)? ReleaseIn(TryStatementSyntax attempt, CompilationFacts facts, SemanticModel model, CancellationToken cancellation) =>
        attempt.Finally?.Block.Statements is { Count: 1 } statements && LockStep.Of(statements[0], facts, model, cancellation) is { Releases: true } step ? (statements[0], step) : null;

    private static ExpressionSyntax? LockOf(StatementSyntax statement, CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax? scope = statement switch
        {
            LockStatementSyntax locked => locked.Expression,
            UsingStatementSyntax { Expression: { } expression } => expression,
            UsingStatementSyntax { Declaration: { Variables: [{ Initializer.Value: { } value }] } } => value,
            LocalDeclarationStatementSyntax { Declaration: { Variables: [{ Initializer.Value: { } value }] } } local when local.UsingKeyword.IsKind(SyntaxKind.UsingKeyword) => value,
            ExpressionStatementSyntax expression => expression.Expression,
            _ => null,
        };
        return statement is LockStatementSyntax ? scope
            : LockStep.Of(scope, facts, model, cancellation) is { IsCertain: true } step && (statement is ExpressionStatementSyntax) != step.Action.GivesScope ? step.Lock
            : null;
    }

    private static TextSpan HeaderOf(StatementSyntax statement) => TextSpan.FromBounds(statement.SpanStart, CloseParenOf(statement).Span.End);

    private static SyntaxToken CloseParenOf(StatementSyntax statement) =>
        statement is LockStatementSyntax locked ? locked.CloseParenToken : ((UsingStatementSyntax)statement).CloseParenToken;

    private static StatementSyntax BodyOf(StatementSyntax statement) =>
        statement is LockStatementSyntax locked ? locked.Statement : ((UsingStatementSyntax)statement).Statement;
}
