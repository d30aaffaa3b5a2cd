using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.CodeFixes;

/// <summary>A delegate that is called as the last thing under a lock.</summary>
/// <param name="Call">The call.</param>
/// <param name="Delegate">What is called.</param>
/// <param name="DelegateType">Its type, as a variable would have it.</param>
/// <param name="Arguments">The arguments of the call.</param>
/// <param name="Conditional">True for <c>?.Invoke</c>.</param>
/// <param name="Outermost">The statement of the outermost lock that ends with the call.</param>
/// <param name="Tests">The <c>if</c> statements between the lock and the call.</param>
internal sealed record DeferredRaise(
    ExpressionStatementSyntax Call, ExpressionSyntax Delegate, ITypeSymbol DelegateType, ArgumentListSyntax Arguments, bool Conditional, StatementSyntax Outermost, IReadOnlyList<IfStatementSyntax> Tests)
{
    /// <summary>The call at a place; <see langword="null"/> when it is no delegate, when something follows it under the lock, or when its result is used.</summary>
    public static DeferredRaise? At(SyntaxNode node, CompilationFacts facts, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement || Parts(statement.Expression) is not var (invocation, target, arguments, conditional)
            || model.GetOperation(invocation, cancellation) is not IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke }
            || arguments.Arguments.Any(argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None))
            || statement.ContainsDirectives || model.GetTypeInfo(Bare(target), cancellation).Type is not { TypeKind: TypeKind.Delegate } type
            || model.GetSymbolInfo(Bare(target), cancellation).Symbol is not (IFieldSymbol or IEventSymbol or IPropertySymbol or ILocalSymbol or IParameterSymbol))
        {
            return null;
        }

        var tests = new List<IfStatementSyntax>();
        StatementSyntax? outermost = null;
        StatementSyntax at = statement;
        while (true)
        {
            StatementSyntax last = at;
            if (at.Parent is BlockSyntax block)
            {
                if (block.Statements.Last() != at)
                {
                    break;
                }

                last = block;
            }

            if (last.Parent is IfStatementSyntax { Else: null } test && outermost is null)
            {
                tests.Add(test);
                at = test;
            }
            else if (last.Parent is LockStatementSyntax or UsingStatementSyntax && IsLock((StatementSyntax)last.Parent, facts, model, cancellation))
            {
                outermost = (StatementSyntax)last.Parent;
                at = outermost;
            }
            else
            {
                break;
            }
        }

        if (outermost?.Parent is not BlockSyntax || statement.Parent is not BlockSyntax)
        {
            return null;
        }

        bool mayBeNull = (conditional || tests.Count > 0) && model.GetNullableContext(statement.SpanStart).AnnotationsEnabled();
        ITypeSymbol declared = type.WithNullableAnnotation(mayBeNull ? NullableAnnotation.Annotated : NullableAnnotation.NotAnnotated);
        return new DeferredRaise(statement, target, declared, arguments, conditional, outermost, tests);
    }

    /// <summary>True when the call means the same behind the lock as it stands.</summary>
    public bool IsCopied(SemanticModel model, CancellationToken cancellation) => model.GetSymbolInfo(Bare(Delegate), cancellation).Symbol is ILocalSymbol or IParameterSymbol && IsTrivial(Bare(Delegate), model, cancellation);

    /// <summary>True when an argument has the same value behind the lock.</summary>
    public bool IsTrivial(ExpressionSyntax argument, SemanticModel model, CancellationToken cancellation) => StableExpression.IsTrivial(argument, Outermost, model, cancellation);

    private static (ExpressionSyntax Invocation, ExpressionSyntax Target, ArgumentListSyntax Arguments, bool Conditional)? Parts(ExpressionSyntax expression) => expression switch
    {
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Invoke" } } call } access =>
            (call, access.Expression, call.ArgumentList, true),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } access } call => (call, access.Expression, call.ArgumentList, false),
        InvocationExpressionSyntax call => (call, call.Expression, call.ArgumentList, false),
        _ => null,
    };

    /// <summary>The expression without parentheses and <c>!</c>.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Bare(sure.Operand),
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        _ => expression,
    };

    private static bool IsLock(StatementSyntax statement, CompilationFacts facts, SemanticModel model, CancellationToken cancellation) =>
        statement is LockStatementSyntax
        || (statement is UsingStatementSyntax { Expression: { } scope } && LockStep.Of(scope, facts, model, cancellation) is { Action.GivesScope: true })
        || (statement is UsingStatementSyntax { Declaration: { Variables: [{ Initializer.Value: { } value }] } } && LockStep.Of(value, facts, model, cancellation) is { Action.GivesScope: true });
}
