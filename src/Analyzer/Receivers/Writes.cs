using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>One place in the code that gives a variable a value, as far as its name tells.</summary>
/// <param name="Target">The variable, as it is written there; its declaration, where that has a value.</param>
/// <param name="Value">What is stored; <see langword="null"/> when the code does not say it in one expression: by reference, by deconstruction.</param>
internal readonly record struct Write(SyntaxNode Target, ExpressionSyntax? Value)
{
    /// <summary>True for <c>new Part { Actor = … }</c>: what any user of the type may write.</summary>
    public bool InInitializer => Target.Parent?.Parent is InitializerExpressionSyntax;
}

/// <summary>Finds the writes of a name by syntax alone, whatever form they have.</summary>
internal static class Writes
{
    /// <summary>The writes of a name in a piece of code; those of <see langword="null"/> are left out.</summary>
    public static IEnumerable<Write> Of(string name, SyntaxNode code)
    {
        foreach (SyntaxNode node in code.DescendantNodes())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name && WriteOf(TargetOf(identifier)) is { } write)
            {
                yield return write;
            }
        }
    }

    /// <summary>True for an expression that gives no object.</summary>
    public static bool IsNull(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsNull(parenthesized.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => IsNull(sure.Operand),
        _ => value.RawKind is (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression,
    };

    // `_actor`, `part.Actor`, `part?.Actor`
    private static ExpressionSyntax TargetOf(IdentifierNameSyntax name)
    {
        ExpressionSyntax target = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        while (target.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            target = (ExpressionSyntax)target.Parent;
        }

        return target;
    }

    private static Write? WriteOf(ExpressionSyntax target)
    {
        switch (target.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == target:
                bool isPlain = assignment.RawKind is (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression;
                return !isPlain || assignment.Right is RefExpressionSyntax ? new Write(target, null) : IsNull(assignment.Right) ? null : new Write(target, assignment.Right);
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword }:
            case RefExpressionSyntax:
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression }:
                return new Write(target, null);
            case ArgumentSyntax { Parent: TupleExpressionSyntax tuple } when IsTarget(tuple):
                return new Write(target, null);
            default:
                return null;
        }
    }

    private static bool IsTarget(TupleExpressionSyntax tuple) => tuple.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == tuple,
        ForEachVariableStatementSyntax loop => loop.Variable == tuple,
        ArgumentSyntax { Parent: TupleExpressionSyntax outer } => IsTarget(outer),
        _ => false,
    };
}
