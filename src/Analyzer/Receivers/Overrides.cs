using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Which methods of the compilation a virtual or interface call may reach.</summary>
/// <remarks>The types of the compilation are looked at once, on the first question. Thread-safe.</remarks>
internal sealed class Overrides
{
    private readonly Lazy<Dictionary<ISymbol, List<IMethodSymbol>>> _byBase;
    private readonly Lazy<ILookup<ISymbol, IMethodSymbol>> _byBody;
    private readonly Lazy<IReadOnlyList<INamedTypeSymbol>> _types;
    private readonly IReadOnlyList<Compilation> _compilations;

    public Overrides(IReadOnlyList<Compilation> compilations)
    {
        _compilations = compilations;
        _types = new Lazy<IReadOnlyList<INamedTypeSymbol>>(
            () => [.. compilations.SelectMany(compilation => TypesOf(compilation.Assembly.GlobalNamespace)).Where(type => type.TypeKind is TypeKind.Class or TypeKind.Struct)]);
        _byBase = new Lazy<Dictionary<ISymbol, List<IMethodSymbol>>>(Collect);
        _byBody = new Lazy<ILookup<ISymbol, IMethodSymbol>>(() => _byBase.Value.SelectMany(pair => pair.Value.Select(body => (Body: body, Base: (IMethodSymbol)pair.Key)))
            .ToLookup(pair => (ISymbol)pair.Body, pair => pair.Base, SymbolEqualityComparer.Default));
    }

    /// <summary>The classes and structures of the compilation.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types => _types.Value;

    /// <summary>The methods that may run: the overrides and implementations, and the method itself unless it has no body.</summary>
    public IEnumerable<IMethodSymbol> Of(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        if (!definition.IsAbstract)
        {
            yield return definition;
        }

        bool open = definition.IsAbstract || definition.IsVirtual || (definition.IsOverride && !definition.IsSealed);
        if (open && _byBase.Value.TryGetValue(definition, out List<IMethodSymbol>? found))
        {
            foreach (IMethodSymbol other in found)
            {
                yield return other;
            }
        }
    }

    /// <summary>The methods whose calls may reach a body beside its own: those that it overrides, and members of interfaces that it, or what it overrides, implements.</summary>
    public IEnumerable<IMethodSymbol> ReachedBy(IMethodSymbol body) => _byBody.Value[body.OriginalDefinition];

    /// <summary>True when the compilation has a body for an abstract member.</summary>
    public bool HasAny(IMethodSymbol method) => _byBase.Value.ContainsKey(method.OriginalDefinition);

    /// <summary>The types of a namespace, those inside others included.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol space)
    {
        foreach (INamespaceOrTypeSymbol member in space.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                foreach (INamedTypeSymbol type in TypesOf(inner))
                {
                    yield return type;
                }
            }
            else if (member is INamedTypeSymbol type)
            {
                foreach (INamedTypeSymbol nested in WithNested(type))
                {
                    yield return nested;
                }
            }
        }
    }

    private Dictionary<ISymbol, List<IMethodSymbol>> Collect()
    {
        var found = new Dictionary<ISymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol type in Types)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IMethodSymbol { IsOverride: true } method)
                {
                    for (IMethodSymbol? at = method.OverriddenMethod; at is not null; at = at.OverriddenMethod)
                    {
                        Add(found, at.OriginalDefinition, method);
                    }
                }
            }

            foreach (INamedTypeSymbol face in type.AllInterfaces)
            {
                foreach (ISymbol promised in face.GetMembers())
                {
                    if (promised is IMethodSymbol && type.FindImplementationForInterfaceMember(promised) is IMethodSymbol implementation
                        && _compilations.Any(compilation => SymbolEqualityComparer.Default.Equals(implementation.ContainingAssembly, compilation.Assembly)))
                    {
                        Add(found, promised.OriginalDefinition, implementation.OriginalDefinition);
                    }
                }
            }
        }

        // What implements a member of an interface may be overridden in turn.
        foreach (ISymbol promised in found.Keys.Where(key => key.ContainingType.TypeKind == TypeKind.Interface).ToList())
        {
            foreach (IMethodSymbol overriding in found[promised].SelectMany(implementation => found.TryGetValue(implementation, out List<IMethodSymbol>? others) ? others : []).ToList())
            {
                Add(found, promised, overriding);
            }
        }

        return found;
    }

    private static void Add(Dictionary<ISymbol, List<IMethodSymbol>> found, ISymbol key, IMethodSymbol method)
    {
        if (!found.TryGetValue(key, out List<IMethodSymbol>? list))
        {
            found.Add(key, list = []);
        }

        if (!list.Exists(known => SymbolEqualityComparer.Default.Equals(known, method)))
        {
            list.Add(method);
        }
    }

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type)
    {
        yield return type;
        foreach (INamedTypeSymbol inner in type.GetTypeMembers())
        {
            foreach (INamedTypeSymbol nested in WithNested(inner))
            {
                yield return nested;
            }
        }
    }
}
