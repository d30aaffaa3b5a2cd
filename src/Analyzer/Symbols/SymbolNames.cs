using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>The one spelling of members and types, as the runtime reads it from reflection.</summary>
internal static class SymbolNames
{
    /// <summary><c>Namespace.Type.Member</c>; a type alone for a type.</summary>
    public static string Of(ISymbol symbol)
    {
        switch (symbol)
        {
            case INamedTypeSymbol type:
                return OfType(type);
            case ITypeSymbol:
                return symbol.ToDisplayString();
            case IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } inner:
                return Of(inner.ContainingSymbol) + "." + (inner.Name.Length == 0 ? "lambda" : inner.Name);
            case IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor:
                return OfType(constructor.ContainingType) + "." + constructor.ContainingType.Name;
            case IMethodSymbol { AssociatedSymbol: { } owner }:
                return Of(owner);
            case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }:
                // The parameter of a primary constructor is as good as a field.
                return OfType(constructor.ContainingType) + "." + symbol.Name;
            case ILocalSymbol or IParameterSymbol:
                return symbol.Name;
            default:
                return symbol.ContainingType is { } containing ? OfType(containing) + "." + symbol.Name : symbol.Name;
        }
    }

    /// <summary><c>Type.Member</c>, for people.</summary>
    public static string Short(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } inner =>
            Short(inner.ContainingSymbol) + "." + (inner.Name.Length == 0 ? "lambda" : inner.Name),
        IMethodSymbol { AssociatedSymbol: { } owner } => Short(owner),
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor => "new " + constructor.ContainingType.Name,
        INamedTypeSymbol type => type.Name,

        // An explicit implementation is spelled with its interface.
        _ => symbol.ContainingType is { } containing ? containing.Name + "." + symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1) : symbol.Name,
    };

    private static string OfType(INamedTypeSymbol type)
    {
        var types = new List<string>();
        for (INamedTypeSymbol? at = type.OriginalDefinition; at is not null; at = at.ContainingType)
        {
            types.Insert(0, LockClassName.Type(at.Name, [.. at.TypeParameters.Select(parameter => parameter.Name)]));
        }

        string name = string.Join(".", types);
        string ns = type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "";
        return ns.Length == 0 ? name : ns + "." + name;
    }
}
