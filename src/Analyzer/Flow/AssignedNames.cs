using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>The variables that a body gives new values, by name: far enough to know which parameters are what was handed in.</summary>
internal static class AssignedNames
{
    public static HashSet<string> In(ISymbol body)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxReference reference in body.DeclaringSyntaxReferences)
        {
            foreach (SyntaxNode node in reference.GetSyntax().DescendantNodes())
            {
                switch (node)
                {
                    case AssignmentExpressionSyntax assignment:
                        Add(names, assignment.Left);
                        break;
                    case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } step:
                        Add(names, step.Operand);
                        break;
                    case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } step:
                        Add(names, step.Operand);
                        break;
                    case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument:
                        Add(names, argument.Expression);
                        break;
                    case RefExpressionSyntax alias:
                        Add(names, alias.Expression);
                        break;
                }
            }
        }

        return names;
    }

    private static void Add(HashSet<string> names, ExpressionSyntax target)
    {
        switch (target)
        {
            case IdentifierNameSyntax identifier:
                names.Add(identifier.Identifier.ValueText);
                break;
            case ParenthesizedExpressionSyntax parenthesized:
                Add(names, parenthesized.Expression);
                break;
            case TupleExpressionSyntax tuple:
                foreach (ArgumentSyntax part in tuple.Arguments)
                {
                    Add(names, part.Expression);
                }

                break;
        }
    }
}
