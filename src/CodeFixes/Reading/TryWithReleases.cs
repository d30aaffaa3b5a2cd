using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace LockGraph.CodeFixes;

/// <summary>An acquisition, and behind it a <c>try</c> without <c>finally</c> that releases at its ends.</summary>
/// <param name="Block">The block of both.</param>
/// <param name="Attempt">The try statement.</param>
/// <param name="Releases">The releases: last in the try block, in catch clauses, right behind the statement.</param>
internal sealed record TryWithReleases(BlockSyntax Block, TryStatementSyntax Attempt, IReadOnlyList<StatementSyntax> Releases)
{
    /// <summary>The try statement behind an acquisition; <see langword="null"/> when a release in <c>finally</c> would come at another moment.</summary>
    public static TryWithReleases? Behind(StatementSyntax statement, CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
    {
        if (statement.Parent is not BlockSyntax block || LockStep.Of(statement, facts, model, cancellation) is not { IsCertain: true, Action.GivesScope: false } acquisition
            || block.Statements.IndexOf(statement) is var index && index + 1 >= block.Statements.Count
            || block.Statements[index + 1] is not TryStatementSyntax { Finally: null } attempt || attempt.HasDirectivesInside())
        {
            return null;
        }

        StatementSyntax? behind = index + 2 < block.Statements.Count ? block.Statements[index + 2] : null;
        var releases = new List<StatementSyntax>();
        foreach (InvocationExpressionSyntax call in block.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.SpanStart > statement.Span.End))
        {
            if (LockStep.Of(call, facts, model, cancellation) is not { } step || !LockStep.IsSame(step.Lock, acquisition.Lock))
            {
                continue;
            }

            if (!step.Releases || !acquisition.IsOfSameLock(step) || call.Parent is not ExpressionStatementSyntax release
                || !(release == behind || IsLast(release, attempt) || IsOnTheWayOut(release, attempt, model, cancellation)))
            {
                return null;
            }

            releases.Add(release);
        }

        return releases.Count == 0 ? null : new TryWithReleases(block, attempt, releases);
    }

    /// <summary>The block with the release in <c>finally</c>, and nowhere else.</summary>
    public BlockSyntax WithFinally()
    {
        BlockSyntax marked = Block.TrackNodes(Releases.Append<SyntaxNode>(Attempt));
        TryStatementSyntax attempt = marked.GetCurrentNode(Attempt)!;
        marked = marked.ReplaceNode(attempt, attempt.WithFinally(RegionWriting.FinallyOf(Releases[0])).WithAdditionalAnnotations(Formatter.Annotation));
        return marked.RemoveNodes(Releases.Select(release => marked.GetCurrentNode(release)!), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static bool IsLast(StatementSyntax release, TryStatementSyntax attempt) => release.Parent == attempt.Block && attempt.Block.Statements.Last() == release;

    // catch { Exit(gate); throw; }
    private static bool IsOnTheWayOut(StatementSyntax release, TryStatementSyntax attempt, SemanticModel model, CancellationToken cancellation)
    {
        if (release.Parent is not BlockSyntax block || !attempt.Span.Contains(release.Span))
        {
            return false;
        }

        int index = block.Statements.IndexOf(release);
        if (index + 1 == block.Statements.Count)
        {
            return block.Parent is CatchClauseSyntax clause && clause.Parent == attempt;
        }

        return index + 2 == block.Statements.Count && block.Statements[index + 1] switch
        {
            ThrowStatementSyntax thrown => StableExpression.IsTrivial(thrown.Expression, null, model, cancellation),
            ReturnStatementSyntax given => StableExpression.IsTrivial(given.Expression, null, model, cancellation),
            _ => false,
        };
    }
}
