using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace LockGraph.CodeFixes;

/// <summary>Writes one of our attributes on a member.</summary>
internal static class AttributeWriting
{
    /// <summary>The method with the attribute on a line of its own, behind its documentation and before its other attributes.</summary>
    public static MethodDeclarationSyntax With(MethodDeclarationSyntax method, string name, IEnumerable<string> texts, string? flag, SyntaxTrivia lineBreak)
    {
        IEnumerable<AttributeArgumentSyntax> arguments = texts.Select(text => SyntaxFactory.AttributeArgument(SyntaxFactory.ParseExpression(SymbolDisplay.FormatLiteral(text, quote: true))));
        if (flag is not null)
        {
            arguments = arguments.Append(SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(flag), null, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)));
        }

        AttributeSyntax attribute = SyntaxFactory.Attribute(
            SyntaxFactory.ParseName(name).WithAdditionalAnnotations(Simplifier.Annotation), SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(arguments)));
        SyntaxTriviaList leading = method.GetLeadingTrivia();
        SyntaxTriviaList indent = SyntaxFactory.TriviaList(leading.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());
        AttributeListSyntax list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithAdditionalAnnotations(Formatter.Annotation).WithLeadingTrivia(leading).WithTrailingTrivia(lineBreak);
        return method.WithLeadingTrivia(indent).WithAttributeLists(method.WithLeadingTrivia(indent).AttributeLists.Insert(0, list));
    }
}
