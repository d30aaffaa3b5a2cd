using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Which of the bodies behind a virtual or interface method an object runs, by its type.</summary>
/// <remarks>The types of the compilation are sorted by what they derive from on the first question. Thread-safe.</remarks>
internal sealed class Dispatch
{
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IMethodSymbol>> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> _derived;
    private readonly Overrides _overrides;

    public Dispatch(Overrides overrides)
    {
        _overrides = overrides;
        _derived = new Lazy<ILookup<ISymbol, INamedTypeSymbol>>(
            () => overrides.Types.SelectMany(type => Above(type).Select(above => (above, type))).ToLookup(pair => pair.above, pair => pair.type, SymbolEqualityComparer.Default));
    }

    /// <summary>Every body that a call of a method may run.</summary>
    public IReadOnlyList<IMethodSymbol> Of(IMethodSymbol method) => _bodies.GetOrAdd(method.OriginalDefinition, definition => [.. _overrides.Of((IMethodSymbol)definition)]);

    /// <summary>True when the type of the receiver decides what a call of a method runs.</summary>
    public bool IsOpen(IMethodSymbol method) => method.OriginalDefinition.IsAbstract ? Of(method).Count > 0 : Of(method).Count > 1;

    /// <summary>The bodies that a call of a method runs on objects of some types.</summary>
    public IReadOnlyList<IMethodSymbol> Of(IMethodSymbol method, TypeSet types)
    {
        IReadOnlyList<IMethodSymbol> all = Of(method);
        if (types.IsAnything || types.Bounds.Any(bound => IsOrDerives(method.ContainingType, bound)))
        {
            return all;
        }

        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol type in types.Bounds.SelectMany(bound => _derived.Value[bound].Prepend(bound)).Concat(types.Exact))
        {
            found.UnionWith(RunBy(type, all));
        }

        return found.Count == all.Count ? all : [.. all.Where(found.Contains)];
    }

    /// <summary>True when an object of one type is one of the other.</summary>
    public static bool IsOrDerives(ITypeSymbol? type, ITypeSymbol from) =>
        type is not null && (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, from.OriginalDefinition)
            || Above(type).Any(above => SymbolEqualityComparer.Default.Equals(above, from.OriginalDefinition)));

    // The most derived body wins; what no class of the object has, an interface may.
    private static IEnumerable<IMethodSymbol> RunBy(INamedTypeSymbol type, IReadOnlyList<IMethodSymbol> bodies)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType?.OriginalDefinition)
        {
            List<IMethodSymbol> own = [.. bodies.Where(body => SymbolEqualityComparer.Default.Equals(body.ContainingType.OriginalDefinition, at))];
            if (own.Count > 0)
            {
                return own;
            }
        }

        return bodies.Where(body => body.ContainingType.TypeKind == TypeKind.Interface);
    }

    private static IEnumerable<ISymbol> Above(ITypeSymbol type)
    {
        for (INamedTypeSymbol? at = type.BaseType; at is not null; at = at.BaseType)
        {
            yield return at.OriginalDefinition;
        }

        foreach (INamedTypeSymbol face in type.AllInterfaces)
        {
            yield return face.OriginalDefinition;
        }
    }
}
