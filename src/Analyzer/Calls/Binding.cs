using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Puts the receiver and arguments of a call into a place that the callee named.</summary>
internal static class Binding
{
    /// <summary>The place as the caller sees it; <see langword="null"/> when it starts at something that the caller cannot name.</summary>
    public static Place? Apply(Place place, Place? receiver, IReadOnlyList<Value> arguments)
    {
        Place root = place.Root;
        switch (root.Kind)
        {
            case PlaceKind.This:
                return receiver is null ? null : place.Rebase(root, receiver);
            case PlaceKind.Parameter when root.Symbol is IParameterSymbol parameter:
                return parameter.Ordinal < arguments.Count && arguments[parameter.Ordinal] is PlaceValue { Place: var argument } ? place.Rebase(root, argument) : null;
            case PlaceKind.Static or PlaceKind.TypeObject or PlaceKind.Pseudo:
                return place;
            default:
                return null;
        }
    }

    /// <summary>The same, with a place of the same class where the caller cannot name it: some instance, nobody knows which.</summary>
    public static Place ApplyOrForget(Place place, Place? receiver, IReadOnlyList<Value> arguments, string origin)
    {
        if (Apply(place, receiver, arguments) is { } bound)
        {
            return bound;
        }

        Place root = place.Root;
        Place forgotten = Place.Unknown(LockClasses.TypeOf(root), origin);
        return place.Rebase(root, forgotten) ?? forgotten;
    }
}
