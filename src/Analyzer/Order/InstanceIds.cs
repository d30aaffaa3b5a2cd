using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Gives places identities for the judge: equal ones for what is one object in every body, of its own for the rest.</summary>
/// <remarks>
/// A place that starts at the receiver or at a parameter stands for the same object in all bodies of its type: the assumption under which a gate in
/// one method and a gate in another are one gate. Not thread-safe.
/// </remarks>
internal sealed class InstanceIds
{
    private readonly Dictionary<string, long> _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<(ISymbol Body, Place Place), long> _own = [];
    private readonly Dictionary<long, string> _names = [];
    private readonly Dictionary<long, string> _sharedNames = [];
    private long _last;

    public long Of(ISymbol body, Place place)
    {
        if (SharedName(body, place) is { } name)
        {
            return Of(name, NameOf(place));
        }

        if (!_own.TryGetValue((body, place), out long own))
        {
            _own.Add((body, place), own = ++_last);
            _names[own] = NameOf(place);
        }

        return own;
    }

    /// <summary>The instance that goes by a name in every body, of this compilation and of others.</summary>
    /// <param name="sharedName">The name.</param>
    /// <param name="told">The name for people.</param>
    public long Of(string sharedName, string told)
    {
        if (!_shared.TryGetValue(sharedName, out long shared))
        {
            _shared.Add(sharedName, shared = ++_last);
            _names[shared] = told;
            _sharedNames[shared] = sharedName;
        }

        return shared;
    }

    /// <summary>The name of an instance in every body; <see langword="null"/> for one that only one body knows.</summary>
    public string? SharedNameOf(long instance) => _sharedNames.TryGetValue(instance, out string? name) ? name : null;

    public string NameOf(long instance) => _names.TryGetValue(instance, out string? name) ? name : instance.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(Place place) => place.Kind is PlaceKind.Member or PlaceKind.Static ? SymbolNames.Of(place.Symbol!) : place.ToString();

    private static string? SharedName(ISymbol body, Place place)
    {
        switch (place.Kind)
        {
            case PlaceKind.Static or PlaceKind.TypeObject or PlaceKind.Pseudo:
                return place.Kind + ":" + SymbolNames.Of(place.Symbol!) + place.Key;
            case PlaceKind.Named:
                string member = ReferencedSummaries.MemberIn(place.Key!);
                return place.Owner is null ? PlaceKind.Static + ":" + member : SharedName(body, place.Owner) is { } holder ? holder + "." + member : null;
            case PlaceKind.This:
                return "0:" + SymbolNames.Of(place.Symbol!);
            case PlaceKind.Parameter when place.Symbol is IParameterSymbol { Type: INamedTypeSymbol type } parameter:
                return Ordinal(body, parameter, type).ToString(CultureInfo.InvariantCulture) + ":" + SymbolNames.Of(type);
            case PlaceKind.Member:
                // A base class may have a private field of the same name; a property may be overridden.
                return SharedName(body, place.Owner!) is { } owner ? owner + "." + (place.Symbol is IFieldSymbol ? SymbolNames.Of(place.Symbol) : place.Symbol!.Name) : null;
            default:
                return null;
        }
    }

    // The receiver is the first of its type; parameters of the type follow it.
    private static int Ordinal(ISymbol body, IParameterSymbol parameter, INamedTypeSymbol type)
    {
        int ordinal = !body.IsStatic && SymbolEqualityComparer.Default.Equals(body.ContainingType?.OriginalDefinition, type.OriginalDefinition) ? 1 : 0;
        if (parameter.ContainingSymbol is IMethodSymbol method)
        {
            foreach (IParameterSymbol other in method.Parameters)
            {
                if (SymbolEqualityComparer.Default.Equals(other, parameter))
                {
                    break;
                }

                ordinal += SymbolEqualityComparer.Default.Equals(other.Type, parameter.Type) ? 1 : 0;
            }
        }

        return ordinal;
    }
}
