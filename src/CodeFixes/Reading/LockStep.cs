using System.Runtime.CompilerServices;
using LockGraph.Analyzer;
using LockGraph.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.CodeFixes;

/// <summary>A call that acquires or releases a lock.</summary>
/// <param name="Call">The call.</param>
/// <param name="Action">What it does, as the analyzer sees it.</param>
/// <param name="Lock">The expression that names the lock.</param>
internal sealed record LockStep(InvocationExpressionSyntax Call, LockAction Action, ExpressionSyntax Lock)
{
    private static readonly ConditionalWeakTable<Compilation, CompilationFacts> _facts = new();

    /// <summary>What the analyzer knows of a compilation.</summary>
    public static CompilationFacts FactsOf(Document document, Compilation compilation) => FactsOf(document.Project.AnalyzerOptions, compilation);

    /// <summary>What the analyzer knows of a compilation.</summary>
    public static CompilationFacts FactsOf(AnalyzerOptions options, Compilation compilation) => _facts.GetValue(
        compilation, known => new CompilationFacts([known], AnalyzerSettings.Read(options.AnalyzerConfigOptionsProvider, known)));

    /// <summary>The step that an expression is, awaited or not; <see langword="null"/> when it is none.</summary>
    public static LockStep? Of(ExpressionSyntax? expression, CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax? at = expression;
        while (at is AwaitExpressionSyntax or ParenthesizedExpressionSyntax || at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } })
        {
            at = at switch
            {
                AwaitExpressionSyntax awaited => awaited.Expression,
                ParenthesizedExpressionSyntax inner => inner.Expression,
                _ => ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)at).Expression).Expression,
            };
        }

        return at is InvocationExpressionSyntax call && model.GetOperation(call, cancellation) is IInvocationOperation operation
            && facts.Calls.Of(operation) is { Target.Syntax: ExpressionSyntax target } action
            ? new LockStep(call, action, target)
            : null;
    }

    /// <summary>The step that a statement is.</summary>
    public static LockStep? Of(StatementSyntax? statement, CompilationFacts facts, SemanticModel model, CancellationToken cancellation) =>
        statement is ExpressionStatementSyntax expression ? Of(expression.Expression, facts, model, cancellation) : null;

    public bool Acquires => Action.Kind == LockActionKind.Acquire;

    public bool Releases => Action.Kind == LockActionKind.Release;

    /// <summary>True for an acquisition that returns with the lock, or not at all.</summary>
    public bool IsCertain => Acquires && Action.Result == TryResult.Always && Action.Flag is null && Action.Waits == AcquisitionKind.Blocking;

    /// <summary>True when the other step names the same lock, in the same mode.</summary>
    public bool IsOfSameLock(LockStep other) => Action.Primitive == other.Action.Primitive && (Action.Mode == other.Action.Mode || other.Action.AnyMode) && IsSame(Lock, other.Lock);

    /// <summary>True when two expressions are written alike, but for <c>this</c> and parentheses.</summary>
    public static bool IsSame(ExpressionSyntax one, ExpressionSyntax other) => SyntaxFactory.AreEquivalent(Bare(one), Bare(other));

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name,
        _ => expression,
    };
}
