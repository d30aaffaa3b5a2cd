using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Reads a lock path of an annotation, like a member access from the annotated declaration.</summary>
internal static class ContractPath
{
    /// <summary>The place that a path means; <see langword="null"/> when it resolves to nothing.</summary>
    /// <param name="path"><c>_gate</c>, <c>this</c>, <c>parameter._gate</c>, <c>Type.Gate</c>, <c>Type.Gate</c> with a namespace.</param>
    /// <param name="declaration">The annotated symbol.</param>
    public static Place? Resolve(string path, ISymbol declaration)
    {
        string[] steps = path.Split('.');
        INamedTypeSymbol? type = declaration as INamedTypeSymbol is { TypeKind: not TypeKind.Delegate } self ? self : declaration.ContainingType;
        Place? place = First(steps[0].Trim(), declaration, type);
        int next = 1;
        if (place is null)
        {
            INamedTypeSymbol? named = null;
            for (int count = steps.Length - 1; count > 0 && named is null; count--)
            {
                named = FindType(steps, count, declaration);
                next = count;
            }

            if (named is null || next >= steps.Length || Find(named, steps[next].Trim()) is not { IsStatic: true } member)
            {
                return null;
            }

            place = Place.Static(member);
            next++;
        }

        for (; next < steps.Length; next++)
        {
            ISymbol? member = LockClasses.TypeOf(place) is { } owner ? Find(owner, steps[next].Trim()) : null;
            if (member is null)
            {
                return null;
            }

            place = member.IsStatic ? Place.Static(member) : place.Member(member);
        }

        return place;
    }

    private static Place? First(string step, ISymbol declaration, INamedTypeSymbol? type)
    {
        if (step == "this")
        {
            return type is null ? null : Place.This(type);
        }

        IMethodSymbol? method = declaration as IMethodSymbol ?? (declaration as IParameterSymbol)?.ContainingSymbol as IMethodSymbol;
        if (method?.Parameters.FirstOrDefault(parameter => parameter.Name == step) is { } named)
        {
            return Place.Parameter(named);
        }

        for (INamedTypeSymbol? at = type; at is not null; at = at.ContainingType)
        {
            ISymbol? member = Find(at, step);
            if (member is not null && (member.IsStatic || SymbolEqualityComparer.Default.Equals(at, type)))
            {
                return member.IsStatic ? Place.Static(member) : Place.This(type!).Member(member);
            }
        }

        return null;
    }

    private static ISymbol? Find(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            foreach (ISymbol member in at.GetMembers(name))
            {
                if (member is IFieldSymbol or IPropertySymbol or IMethodSymbol { Parameters.Length: 0 })
                {
                    return member;
                }
            }
        }

        return null;
    }

    private static INamedTypeSymbol? FindType(string[] steps, int count, ISymbol declaration)
    {
        for (INamedTypeSymbol? outer = declaration as INamedTypeSymbol ?? declaration.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (Nested(outer, steps, 0, count) is { } nested)
            {
                return nested;
            }
        }

        for (INamespaceSymbol? space = declaration.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            INamespaceSymbol? at = space;
            for (int i = 0; i < count && at is not null; i++)
            {
                if (at.GetTypeMembers(steps[i].Trim()).FirstOrDefault() is { } type && (i + 1 == count ? type : Nested(type, steps, i + 1, count)) is { } found)
                {
                    return found;
                }

                at = at.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == steps[i].Trim());
            }
        }

        return null;
    }

    private static INamedTypeSymbol? Nested(INamedTypeSymbol outer, string[] steps, int from, int count)
    {
        INamedTypeSymbol? at = outer;
        for (int i = from; i < count && at is not null; i++)
        {
            at = at.GetTypeMembers(steps[i].Trim()).FirstOrDefault();
        }

        return at;
    }
}
