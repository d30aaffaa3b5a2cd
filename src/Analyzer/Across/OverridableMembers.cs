using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Members that other assemblies can override, implement or fill: what runs when one is called, the assembly that calls it does not know.</summary>
internal static class OverridableMembers
{
    /// <summary>The open member that a call calls; <see langword="null"/> for any other call.</summary>
    public static ISymbol? Of(CallEvent call)
    {
        if (call.Kind != CallKind.Now)
        {
            return null;
        }

        return call switch
        {
            { Target: { } method } => IsOpen(method) ? method.OriginalDefinition : null,
            { Delegate: { Kind: PlaceKind.Member or PlaceKind.Static, Symbol: (IEventSymbol or IFieldSymbol or IPropertySymbol) and { } filled } } =>
                Visibility.IsOutside(filled) && IsOfThisCode(filled) ? filled.OriginalDefinition : null,
            _ => null,
        };
    }

    private static bool IsOpen(IMethodSymbol method) =>
        (method.IsAbstract || method.IsVirtual || (method.IsOverride && !method.IsSealed)) && method.ContainingType is { IsSealed: false } && Visibility.IsOutside(method) && IsOfThisCode(method);

    // What the framework declares is implemented by everybody, and by whom it is here nobody can tell.
    private static bool IsOfThisCode(ISymbol member)
    {
        INamespaceSymbol? space = member.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is not ("System" or "Microsoft");
    }
}
