using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>The names of members that run code which their declaration does not show: events, abstract members, members of interfaces.</summary>
/// <remarks>By syntax alone, and asked for only where unknown code under locks is to be found through calls.</remarks>
internal static class OpenMembers
{
    public static IEnumerable<string> NamesIn(TreeIndex tree)
    {
        foreach (TypeDeclarationSyntax type in tree.Types)
        {
            foreach (MemberDeclarationSyntax member in type.Members)
            {
                switch (member)
                {
                    case EventFieldDeclarationSyntax { Declaration.Variables: var variables }:
                        foreach (VariableDeclaratorSyntax variable in variables)
                        {
                            yield return variable.Identifier.ValueText;
                        }

                        break;
                    case MethodDeclarationSyntax { Body: null, ExpressionBody: null } method when type is InterfaceDeclarationSyntax || method.Modifiers.Any(SyntaxKind.AbstractKeyword):
                        yield return method.Identifier.ValueText;
                        break;
                }
            }
        }
    }
}
