using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.CodeFixes;

/// <summary>Turns <c>lock (gate) …</c> into <c>using (gate.EnterScope()) …</c>, body and comments left as they are.</summary>
internal static class ScopeWriting
{
    /// <summary>False where the scope, a ref struct, cannot live: around a <c>yield</c>, and in asynchronous methods before C# 13.</summary>
    public static bool CanHoldScope(LockStatementSyntax statement)
    {
        if (statement.Statement.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node is YieldStatementSyntax))
        {
            return false;
        }

        return ((CSharpParseOptions)statement.SyntaxTree.Options).LanguageVersion >= LanguageVersions.CSharp13 || !IsResumed(statement);
    }

    /// <summary>The statement as a using statement, the lock being named by an expression.</summary>
    public static UsingStatementSyntax AsUsing(LockStatementSyntax statement, ExpressionSyntax gate) => SyntaxFactory.UsingStatement(
        statement.AttributeLists,
        default,
        SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTriviaFrom(statement.LockKeyword),
        statement.OpenParenToken,
        null,
        RegionWriting.EnterScope(gate).WithTriviaFrom(statement.Expression),
        statement.CloseParenToken,
        statement.Statement);

    private static bool IsResumed(SyntaxNode node) =>
        node.AncestorsAndSelf().FirstOrDefault(around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is { } body
        && (body switch
        {
            AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.AsyncKeyword),
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            MemberDeclarationSyntax member => member.Modifiers.Any(SyntaxKind.AsyncKeyword),
            _ => false,
        } || body.DescendantNodes().Any(inner => inner is YieldStatementSyntax));
}
