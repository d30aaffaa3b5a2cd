using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Reads our attributes by their full names, so that the version of the attributes and that of the analyzer may differ.</summary>
internal static class AnnotationReader
{
    private const string Suffix = "Attribute";

    /// <summary>The attributes of a kind on a symbol: <c>GuardedBy</c>, <c>LockClass</c> …</summary>
    public static IEnumerable<AttributeData> Of(ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (IsOurs(attribute.AttributeClass, name))
            {
                yield return attribute;
            }
        }
    }

    public static AttributeData? First(ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (IsOurs(attribute.AttributeClass, name))
            {
                return attribute;
            }
        }

        return null;
    }

    public static bool Has(ISymbol symbol, string name) => First(symbol, name) is not null;

    /// <summary>True when a symbol has any attribute of ours: the quick look before the thorough ones.</summary>
    public static bool HasAny(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { ContainingNamespace: { Name: "LockGraph", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The string arguments, those of a <c>params</c> array included.</summary>
    public static IEnumerable<string> Strings(AttributeData attribute)
    {
        foreach (TypedConstant argument in attribute.ConstructorArguments)
        {
            if (argument.Kind == TypedConstantKind.Array)
            {
                foreach (TypedConstant element in argument.Values)
                {
                    if (element.Value is string text)
                    {
                        yield return text;
                    }
                }
            }
            else if (argument.Value is string text)
            {
                yield return text;
            }
        }
    }

    public static string? Text(AttributeData? attribute, string property) => Named(attribute, property) as string;

    public static bool Flag(AttributeData attribute, string property) => Named(attribute, property) is true;

    public static int? Number(AttributeData? attribute) =>
        attribute?.ConstructorArguments is { Length: > 0 } arguments && arguments[0].Kind == TypedConstantKind.Primitive && arguments[0].Value is int number ? number : null;

    /// <summary>Where an attribute is written.</summary>
    public static Location PlaceOf(AttributeData attribute, ISymbol symbol) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? symbol.Locations.FirstOrDefault() ?? Location.None;

    private static object? Named(AttributeData? attribute, string property)
    {
        if (attribute is not null)
        {
            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                if (argument.Key == property)
                {
                    return argument.Value.Kind == TypedConstantKind.Array ? null : argument.Value.Value;
                }
            }
        }

        return null;
    }

    private static bool IsOurs(INamedTypeSymbol? type, string name) =>
        type is not null && type.Name.Length == name.Length + Suffix.Length && type.Name.StartsWith(name, StringComparison.Ordinal)
        && type.ContainingNamespace is { Name: "LockGraph", ContainingNamespace.IsGlobalNamespace: true };
}
