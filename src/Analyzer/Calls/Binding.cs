using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Puts the receiver and arguments of a call into a place that the callee named.</summary>
internal static class Binding
{
    /// <summary>The place as the caller sees it; <see langword="null"/> when it starts at something that the caller cannot name.</summary>
    /// <param name="place">The place in the words of the callee.</param>
    /// <param name="receiver">The receiver of the call.</param>
    /// <param name="arguments">The arguments, by ordinal.</param>
    /// <param name="callee">The lambda or local function that is called, which sees the variables around it; <see langword="null"/> for a method.</param>
    public static Place? Apply(Place place, Place? receiver, IReadOnlyList<Value> arguments, ISymbol? callee = null)
    {
        Place root = place.Root;
        switch (root.Kind)
        {
            case PlaceKind.This:
                // What its constructor handed on others see, whoever made it.
                return receiver is null ? null : place.Rebase(root, root.IsHandedOn && receiver.Kind is (PlaceKind.Fresh or PlaceKind.This) ? receiver.HandOn() : receiver);
            case PlaceKind.Parameter or PlaceKind.Local when callee is not null && !SymbolEqualityComparer.Default.Equals(root.Symbol!.ContainingSymbol, callee):
                // Captured: it is the caller's own variable.
                return place;
            case PlaceKind.Parameter when root.Symbol is IParameterSymbol parameter:
                return parameter.Ordinal < arguments.Count && arguments[parameter.Ordinal] is PlaceValue { Place: var argument } ? place.Rebase(root, argument) : null;
            case PlaceKind.Static or PlaceKind.Named or PlaceKind.TypeObject or PlaceKind.Pseudo:
                return place;
            default:
                return null;
        }
    }

    /// <summary>The same, with a place of the same class where the caller cannot name it: some instance, nobody knows which.</summary>
    public static Place ApplyOrForget(Place place, Place? receiver, IReadOnlyList<Value> arguments, ISymbol? callee)
    {
        if (Apply(place, receiver, arguments, callee) is { } bound)
        {
            return bound;
        }

        Place root = place.Root;
        Place forgotten = Place.Unknown(LockClasses.TypeOf(root), Forgotten);
        return place.Rebase(root, forgotten) ?? forgotten;
    }

    /// <summary>The key of places whose object nobody knows.</summary>
    public const string Forgotten = "?";
}
