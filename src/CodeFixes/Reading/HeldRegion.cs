using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.CodeFixes;

/// <summary>The statements that run under a lock which is acquired and released by hand, all in one block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Start">Index of the first statement under the lock.</param>
/// <param name="Release">Index of the statement that releases.</param>
/// <param name="End">Index behind the last statement that moves: behind <paramref name="Release"/>, or behind the <c>return</c> of a local that follows it.</param>
/// <param name="Acquisition">The acquisition.</param>
/// <param name="EarlyReleases">Releases on the way out, each right before a jump that leaves the region.</param>
internal sealed record HeldRegion(
    BlockSyntax Block, int Start, int Release, int End, LockStep Acquisition, IReadOnlyList<StatementSyntax> EarlyReleases)
{
    /// <summary>The region of an acquisition; <see langword="null"/> when it cannot be put into one statement without a change of meaning.</summary>
    /// <param name="statement">The statement that acquires, or asks whether it was acquired.</param>
    /// <param name="facts">What the analyzer knows.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellation">Cancels.</param>
    public static HeldRegion? Of(StatementSyntax statement, CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
    {
        if (Begin(statement, facts, model, cancellation) is not { } begin)
        {
            return null;
        }

        (BlockSyntax block, int start, LockStep acquisition) = begin;
        int release = -1;
        for (int i = start; i < block.Statements.Count && release < 0; i++)
        {
            release = IsRelease(block.Statements[i], acquisition, facts, model, cancellation) ? i : release;
        }

        if (release <= start || !IsAlone(block, acquisition, release, facts, model, cancellation)
            || EarlyReleasesIn(block, start, release, acquisition, facts, model, cancellation) is not { } early
            || !CanBeWrapped(block, start, release))
        {
            return null;
        }

        int end = release + 1;
        if (IsUsedBehind(block, start, release, model, cancellation))
        {
            // The one use behind the release that may come along: what is returned is a value that nothing else can change.
            if (end + 1 != block.Statements.Count || block.Statements[end] is not ReturnStatementSyntax { Expression: { } given }
                || !StableExpression.IsTrivial(given, null, model, cancellation) || block.Statements[end].GetLeadingTrivia().SayAnything())
            {
                return null;
            }

            end++;
        }

        return new HeldRegion(block, start, release, end, acquisition, early);
    }

    /// <summary>The statement that acquires by itself; <see langword="null"/> where a condition does.</summary>
    public ExpressionStatementSyntax? Statement => Start > 0 ? Block.Statements[Start - 1] as ExpressionStatementSyntax : null;

    /// <summary>What stays under the lock, without the releases.</summary>
    public IEnumerable<StatementSyntax> Kept()
    {
        for (int i = Start; i < End; i++)
        {
            if (i != Release)
            {
                StatementSyntax kept = Block.Statements[i];
                yield return kept.RemoveNodes(EarlyReleases.Where(early => kept.Contains(early)), SyntaxRemoveOptions.KeepNoTrivia) ?? kept;
            }
        }
    }

    /// <summary>True when the region may be suspended: no lock statement goes around that.</summary>
    public bool Suspends()
    {
        for (int i = Start; i < End; i++)
        {
            if (Block.Statements[i].DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node =>
                node is AwaitExpressionSyntax or YieldStatementSyntax
                || (node is CommonForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword })
                || (node is UsingStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword })))
            {
                return true;
            }
        }

        return false;
    }

    private static (BlockSyntax Block, int Start, LockStep Step)? Begin(StatementSyntax statement, CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
    {
        if (statement is ExpressionStatementSyntax && statement.Parent is BlockSyntax own
            && LockStep.Of(statement, facts, model, cancellation) is { IsCertain: true, Action.GivesScope: false } step)
        {
            return (own, own.Statements.IndexOf(statement) + 1, step);
        }

        if (statement is not IfStatementSyntax { Else: null } asked)
        {
            return null;
        }

        // if (TryEnter()) { … Exit(); }
        if (asked.Statement is BlockSyntax under && LockStep.Of(asked.Condition, facts, model, cancellation) is { Acquires: true, Action.Flag: null } tried)
        {
            return (under, 0, tried);
        }

        // if (!TryEnter()) { return; } … Exit();
        return asked.Condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not && asked.Parent is BlockSyntax block
            && LockStep.Of(not.Operand, facts, model, cancellation) is { Acquires: true, Action.Flag: null } missed
            && model.AnalyzeControlFlow(asked.Statement) is { Succeeded: true, EndPointIsReachable: false }
            ? (block, block.Statements.IndexOf(asked) + 1, missed)
            : null;
    }

    private static bool IsRelease(StatementSyntax statement, LockStep acquisition, CompilationFacts facts, SemanticModel model, CancellationToken cancellation) =>
        LockStep.Of(statement, facts, model, cancellation) is { Releases: true } step && acquisition.IsOfSameLock(step) && step.Call.ArgumentList.Arguments.All(IsNoCount);

    // Release(2) gives back more than was taken.
    private static bool IsNoCount(ArgumentSyntax argument) => argument.Expression is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression };

    // Taken once and given back at the end: any other step on the same lock means something that is not seen here.
    private static bool IsAlone(BlockSyntax block, LockStep acquisition, int release, CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
    {
        foreach (InvocationExpressionSyntax call in block.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call != acquisition.Call && LockStep.Of(call, facts, model, cancellation) is { } step && LockStep.IsSame(step.Lock, acquisition.Lock)
                && call.SpanStart > acquisition.Call.SpanStart
                && (!step.Releases || call.SpanStart > block.Statements[release].Span.End))
            {
                return false;
            }
        }

        return true;
    }

    private static List<StatementSyntax>? EarlyReleasesIn(
        BlockSyntax block, int start, int release, LockStep acquisition, CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
    {
        var found = new List<StatementSyntax>();
        for (int i = start; i < release; i++)
        {
            foreach (InvocationExpressionSyntax call in block.Statements[i].DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (LockStep.Of(call, facts, model, cancellation) is not { Releases: true } step || !LockStep.IsSame(step.Lock, acquisition.Lock))
                {
                    continue;
                }

                if (call.Parent is not ExpressionStatementSyntax statement || !acquisition.IsOfSameLock(step) || NextOf(statement) is not { } next || !Leaves(next, model, cancellation))
                {
                    return null;
                }

                found.Add(statement);
            }
        }

        return found;
    }

    private static StatementSyntax? NextOf(StatementSyntax statement) =>
        statement.Parent is BlockSyntax block && block.Statements.IndexOf(statement) is var index && index + 1 < block.Statements.Count ? block.Statements[index + 1] : null;

    private static bool Leaves(StatementSyntax statement, SemanticModel model, CancellationToken cancellation) =>
        statement.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null && statement switch
        {
            ReturnStatementSyntax given => StableExpression.IsTrivial(given.Expression, null, model, cancellation),
            ThrowStatementSyntax thrown => StableExpression.IsTrivial(thrown.Expression, null, model, cancellation),
            _ => false,
        };

    private static bool CanBeWrapped(BlockSyntax block, int start, int release)
    {
        for (int i = start; i < release; i++)
        {
            // A using declaration would be disposed at another moment; a label could no longer be reached.
            StatementSyntax statement = block.Statements[i];
            if (statement is LabeledStatementSyntax or LocalFunctionStatementSyntax
                || statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword }
                || statement.HasDirectivesInside())
            {
                return false;
            }
        }

        return !block.Statements[release].HasDirectivesInside();
    }

    private static bool IsUsedBehind(BlockSyntax block, int start, int release, SemanticModel model, CancellationToken cancellation)
    {
        DataFlowAnalysis? flow = model.AnalyzeDataFlow(block.Statements[start], block.Statements[release]);
        if (flow is not { Succeeded: true })
        {
            return true;
        }

        for (int i = release + 1; i < block.Statements.Count; i++)
        {
            foreach (IdentifierNameSyntax name in block.Statements[i].DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            {
                if (flow.VariablesDeclared.Any(variable => variable.Name == name.Identifier.ValueText)
                    && flow.VariablesDeclared.Contains(model.GetSymbolInfo(name, cancellation).Symbol!, SymbolEqualityComparer.Default))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
