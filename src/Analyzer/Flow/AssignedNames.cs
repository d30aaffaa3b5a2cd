using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>The variables that get new values where no path of a body sees it, by name: in a function inside the body, by reference.</summary>
internal static class AssignedNames
{
    public static HashSet<string> In(ISymbol body)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxNode declaration in body.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()))
        {
            foreach (SyntaxNode node in declaration.DescendantNodes())
            {
                switch (node)
                {
                    case AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.AddressOfExpression } when !IsInFunction(node, declaration):
                        break;
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

    private static bool IsInFunction(SyntaxNode node, SyntaxNode body) =>
        node.Ancestors().TakeWhile(outer => outer != body).Any(outer => outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

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
