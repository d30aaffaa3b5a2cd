using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>How two instances of one lock class that are held together are related.</summary>
internal enum InstanceRelation
{
    /// <summary>Something says which comes first, or nobody knows enough to complain.</summary>
    Settled,

    /// <summary>Whoever calls decides which comes first.</summary>
    CallerDecides,

    /// <summary>The inner one is reached from the outer one, or the other way round: fine as long as all code goes one way.</summary>
    Directed,
}

/// <summary>Relates two places of one lock class.</summary>
internal static class InstanceRelations
{
    /// <summary>Relates the lock that is held to the one that is asked for.</summary>
    /// <param name="outer">The place of the lock that is held.</param>
    /// <param name="inner">The place of the lock that is asked for.</param>
    /// <param name="ordered">Pairs of objects whose order the path has compared.</param>
    /// <param name="along">For <see cref="InstanceRelation.Directed"/>: the reference that leads from one to the other.</param>
    /// <param name="down">For <see cref="InstanceRelation.Directed"/>: true when the inner one is reached from the outer one.</param>
    public static InstanceRelation Relate(Place outer, Place inner, ImmutableArray<(Place Left, Place Right)> ordered, out string along, out bool down)
    {
        along = "";
        down = true;
        Place outerOwner = OwnerOf(outer);
        Place innerOwner = OwnerOf(inner);
        if (IsAnybody(outer) || IsAnybody(inner) || IsCompared(outer, inner, ordered) || IsCompared(outerOwner, innerOwner, ordered))
        {
            return InstanceRelation.Settled;
        }

        if (ElementPair(outer, inner) is { } pair)
        {
            return Elements(pair.Outer, pair.Inner, out along, out down);
        }

        if (!outerOwner.Equals(innerOwner))
        {
            if (innerOwner.StartsWith(outerOwner))
            {
                along = Steps(innerOwner, outerOwner);
                return InstanceRelation.Directed;
            }

            if (outerOwner.StartsWith(innerOwner))
            {
                along = Steps(outerOwner, innerOwner);
                down = false;
                return InstanceRelation.Directed;
            }
        }

        if (outer.Root.Equals(inner.Root) || (outer.Root.Kind == PlaceKind.Static && inner.Root.Kind == PlaceKind.Static))
        {
            // Two fixed paths from one object: `_left` and `_right`.
            string one = outer.ToString();
            string other = inner.ToString();
            down = string.CompareOrdinal(one, other) < 0;
            along = down ? one + "|" + other : other + "|" + one;
            return InstanceRelation.Directed;
        }

        // Only of two objects that were handed in as such: of what is found somewhere inside them nobody knows that they are two.
        return outerOwner.Owner is null && innerOwner.Owner is null && outer.Root.Kind != PlaceKind.Static && inner.Root.Kind != PlaceKind.Static
            ? InstanceRelation.CallerDecides
            : InstanceRelation.Settled;
    }

    /// <summary>True when the object of one lock may, as the parent of its parts, be that of the other.</summary>
    public static bool MayLeadBack(Place outer, Place inner)
    {
        Place one = OwnerOf(outer);
        Place other = OwnerOf(inner);
        return LeadsBack(one, other) || LeadsBack(other, one);
    }

    /// <summary>True when an object is reached from one of its type by way of another type: <c>this._children[i].Parent</c> may well be <c>this</c>.</summary>
    public static bool LeadsBack(Place from, Place to) =>
        to is { Kind: PlaceKind.Member, Owner: { } by } && by.Depth > from.Depth && to.StartsWith(from)
        && LockClasses.TypeOf(to)?.OriginalDefinition is { } type
        && SymbolEqualityComparer.Default.Equals(LockClasses.TypeOf(from)?.OriginalDefinition, type)
        && !SymbolEqualityComparer.Default.Equals(LockClasses.TypeOf(by)?.OriginalDefinition, type);

    /// <summary>The member that leads from one lock's object to the other's, of two of which one is reached from the other.</summary>
    public static ISymbol? StepBetween(Place outer, Place inner)
    {
        Place one = OwnerOf(outer);
        Place other = OwnerOf(inner);
        Place at = one.Depth < other.Depth ? other : one;
        while (at is { Kind: PlaceKind.Element, Owner: { } owner })
        {
            at = owner;
        }

        return at.Kind == PlaceKind.Member ? at.Symbol : null;
    }

    /// <summary>The object that a lock belongs to.</summary>
    private static Place OwnerOf(Place place) => place is { Kind: PlaceKind.Member, Owner: { } owner } ? owner : place;

    // A forgotten instance may be any, also the one that is held.
    private static bool IsAnybody(Place place) => place.Root.Kind is PlaceKind.Unknown && place.Root.Key is not (PathState.Before or PathState.Below);

    private static bool IsCompared(Place outer, Place inner, ImmutableArray<(Place Left, Place Right)> ordered)
    {
        foreach ((Place left, Place right) in ordered)
        {
            if ((left.Equals(outer) && right.Equals(inner)) || (left.Equals(inner) && right.Equals(outer)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The two elements, when both places lead through one collection.</summary>
    private static (Place Outer, Place Inner)? ElementPair(Place outer, Place inner)
    {
        for (Place? at = outer; at is not null; at = at.Owner)
        {
            if (at.Kind != PlaceKind.Element)
            {
                continue;
            }

            for (Place? other = inner; other is not null; other = other.Owner)
            {
                if (other.Kind == PlaceKind.Element && other.Owner!.Equals(at.Owner) && other.Key != at.Key)
                {
                    return (at, other);
                }
            }
        }

        return null;
    }

    private static InstanceRelation Elements(Place outer, Place inner, out string along, out bool down)
    {
        along = "";
        down = true;
        if (outer.Key == PathState.Below || (outer.Key!.StartsWith("sorted@", StringComparison.Ordinal) && inner.Key!.StartsWith("sorted@", StringComparison.Ordinal)))
        {
            return InstanceRelation.Settled;
        }

        if (outer.Key[0] == '#' && inner.Key![0] == '#')
        {
            down = Compare(outer.Key, inner.Key) < 0;
            along = outer.Owner + (down ? outer.Key + inner.Key : inner.Key + outer.Key);
            return InstanceRelation.Directed;
        }

        return InstanceRelation.CallerDecides;
    }

    private static int Compare(string one, string other) =>
        long.TryParse(one.Substring(1), out long left) && long.TryParse(other.Substring(1), out long right) ? left.CompareTo(right) : string.CompareOrdinal(one, other);

    private static string Steps(Place from, Place prefix)
    {
        string steps = "";
        for (Place at = from; !at.Equals(prefix) && at.Owner is { } owner; at = owner)
        {
            steps = "." + (at.Kind == PlaceKind.Element ? "[]" : at.Symbol!.Name) + steps;
        }

        return steps;
    }
}
