using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Compares namespaces with their spelling. Allocates nothing: it is asked at every call that the analyzer meets.</summary>
internal static class Namespaces
{
    /// <summary>True for the namespace of that name, <c>System.Threading</c>.</summary>
    public static bool Is(INamespaceSymbol? space, string name)
    {
        int end = name.Length;
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            int start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, space.Name, 0, space.Name.Length) != 0)
            {
                return false;
            }

            if (start == 0)
            {
                return space.ContainingNamespace is { IsGlobalNamespace: true };
            }

            if (name[start - 1] != '.')
            {
                return false;
            }

            end = start - 1;
        }

        return false;
    }

    /// <summary>True for the namespace of that name and those in it.</summary>
    public static bool IsWithin(INamespaceSymbol? space, string name)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (Is(space, name))
            {
                return true;
            }
        }

        return false;
    }
}
