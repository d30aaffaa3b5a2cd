using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LockGraph.CodeFixes;

/// <summary>Line breaks and blank lines, as the file writes them.</summary>
internal static class LineBreaks
{
    /// <summary>The line break of the file that a node is in.</summary>
    public static SyntaxTrivia Of(SyntaxNode node)
    {
        SyntaxTrivia found = node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return found.IsKind(SyntaxKind.EndOfLineTrivia) ? SyntaxFactory.EndOfLine(found.ToString()) : SyntaxFactory.LineFeed;
    }

    /// <summary>The node without the blank lines before it.</summary>
    public static T WithoutBlankLinesBefore<T>(this T node)
        where T : SyntaxNode
    {
        SyntaxTriviaList leading = node.GetLeadingTrivia();
        int keep = 0;
        for (int i = 0; i < leading.Count && (leading[i].IsKind(SyntaxKind.WhitespaceTrivia) || leading[i].IsKind(SyntaxKind.EndOfLineTrivia)); i++)
        {
            keep = leading[i].IsKind(SyntaxKind.EndOfLineTrivia) ? i + 1 : keep;
        }

        return keep == 0 ? node : node.WithLeadingTrivia(leading.Skip(keep));
    }

    /// <summary>The node with a blank line before it, unless there is one.</summary>
    public static T WithBlankLineBefore<T>(this T node, SyntaxTrivia lineBreak)
        where T : SyntaxNode =>
        node.GetLeadingTrivia() is [{ RawKind: (int)SyntaxKind.EndOfLineTrivia }, ..] ? node : node.WithLeadingTrivia(node.GetLeadingTrivia().Insert(0, lineBreak));

    /// <summary>True when the trivia hold more than white space: a comment, a directive.</summary>
    public static bool SayAnything(this SyntaxTriviaList trivia) =>
        trivia.Any(piece => !piece.IsKind(SyntaxKind.WhitespaceTrivia) && !piece.IsKind(SyntaxKind.EndOfLineTrivia));

    /// <summary>True when a conditional directive lies inside the node, so that cutting it up could cut the condition.</summary>
    public static bool HasDirectivesInside(this SyntaxNode node) => node.ContainsDirectives && node.DescendantTrivia().Any(trivia => trivia.IsDirective);
}
