using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>The types that an object may have: some exactly, of others any type that derives from them too.</summary>
/// <remarks>All types are definitions: what a generic one is made of does not matter to which of its methods runs.</remarks>
internal sealed class TypeSet
{
    private readonly HashSet<INamedTypeSymbol> _exact = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> _bounds = new(SymbolEqualityComparer.Default);

    /// <summary>True when nothing is known of the object.</summary>
    public bool IsAnything { get; private set; }

    /// <summary>True when there is no object at all: all that is stored is <see langword="null"/>.</summary>
    public bool IsEmpty => !IsAnything && _exact.Count == 0 && _bounds.Count == 0;

    public IReadOnlyCollection<INamedTypeSymbol> Exact => _exact;

    /// <summary>Types of which an object may be, or of any type that derives from them.</summary>
    public IReadOnlyCollection<INamedTypeSymbol> Bounds => _bounds;

    /// <summary>What a declaration tells of an object.</summary>
    public static TypeSet Of(ITypeSymbol? declared)
    {
        var types = new TypeSet();
        types.AddBound(declared);
        return types;
    }

    public static TypeSet OfExactly(ITypeSymbol? made)
    {
        var types = new TypeSet();
        types.AddExact(made);
        return types;
    }

    public void AddExact(ITypeSymbol? made)
    {
        if (made is INamedTypeSymbol named)
        {
            _exact.Add(named.OriginalDefinition);
        }
        else
        {
            IsAnything = true;
        }
    }

    public void AddBound(ITypeSymbol? declared)
    {
        if (declared is INamedTypeSymbol { SpecialType: not SpecialType.System_Object } named)
        {
            _bounds.Add(named.OriginalDefinition);
        }
        else
        {
            IsAnything = true;
        }
    }

    public void UnionWith(TypeSet other)
    {
        IsAnything |= other.IsAnything;
        _exact.UnionWith(other._exact);
        _bounds.UnionWith(other._bounds);
    }
}
