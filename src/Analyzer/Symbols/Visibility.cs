using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What code outside the program can name.</summary>
internal static class Visibility
{
    /// <summary>True for a member that another assembly may use. One that is shown to friends only is taken as internal: friends are tests.</summary>
    public static bool IsOutside(ISymbol member)
    {
        for (ISymbol? at = member; at is not (null or INamespaceSymbol); at = at.ContainingSymbol)
        {
            if (at.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }
}
