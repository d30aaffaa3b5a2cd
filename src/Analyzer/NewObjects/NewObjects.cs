using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What a path has done with the objects that it made itself, beside what their places tell (<see cref="Place.IsHandedOn"/>).</summary>
/// <remarks>Immutable. Of two paths to one point it knows what either has done; the names of before are those of one of them, as no expression spans both.</remarks>
internal sealed record NewObjects
{
    public static NewObjects None { get; } = new();

    /// <summary>True once others may see the object that the constructor is making.</summary>
    public bool IsSelfHandedOn { get; init; }

    /// <summary>New objects that were put into others which nobody sees yet: who gets to see those sees these.</summary>
    public ImmutableHashSet<(Place Inner, Place Outer)> Kept { get; init; } = ImmutableHashSet<(Place Inner, Place Outer)>.Empty;

    /// <summary>Members of new objects that may have got a value since the object was made, or while it was.</summary>
    public ImmutableHashSet<(Place Owner, string Member)> Assigned { get; init; } = ImmutableHashSet<(Place Owner, string Member)>.Empty;

    /// <summary>Names that new objects went by before: what an expression has read already, it still knows under these. No other code does.</summary>
    public ImmutableDictionary<Place, Place> Renamed { get; init; } = ImmutableDictionary<Place, Place>.Empty;

    /// <summary>An object is made where one was made before: nothing is known of it.</summary>
    public NewObjects Make(Place made)
    {
        NewObjects known = Renamed.IsEmpty ? this : this with { Renamed = Renamed.RemoveRange(Renamed.Keys.Where(name => name.Merge(made) is not null).ToList()) };
        foreach ((Place Inner, Place Outer) pair in Kept)
        {
            known = pair.Inner.Equals(made) || pair.Outer.Equals(made) ? known with { Kept = known.Kept.Remove(pair) } : known;
        }

        foreach ((Place Owner, string Member) assigned in Assigned)
        {
            known = assigned.Owner.Equals(made) ? known with { Assigned = known.Assigned.Remove(assigned) } : known;
        }

        return known;
    }

    public NewObjects Keep(Place inner, Place outer) => inner.Equals(outer) ? this : this with { Kept = Kept.Add((inner, outer)) };

    public NewObjects Assign(Place owner, IEnumerable<string> members) =>
        this with { Assigned = Assigned.Union(members.Select(member => (owner, member))) };

    /// <summary>An object goes by another name from now on.</summary>
    public NewObjects Rename(Place from, Place to)
    {
        NewObjects known = from.Kind == PlaceKind.Fresh ? this with { Renamed = Renamed.SetItem(from, to) } : this;
        return Kept.IsEmpty && Assigned.IsEmpty ? known : known with
        {
            Kept = Kept.Select(pair => (pair.Inner.Equals(from) ? to : pair.Inner, pair.Outer.Equals(from) ? to : pair.Outer)).ToImmutableHashSet(),
            Assigned = Assigned.Select(entry => entry.Owner.Equals(from) ? (to, entry.Member) : entry).ToImmutableHashSet(),
        };
    }

    /// <summary>The name by now of what may have been read under an earlier one.</summary>
    public Place Now(Place read)
    {
        Place now = read;
        while (Renamed.TryGetValue(now.Root, out Place? name))
        {
            now = now.Rebase(now.Root, name)!;
        }

        return now;
    }

    public bool HoldsAny(Place outer)
    {
        foreach ((_, Place holder) in Kept)
        {
            if (holder.Equals(outer))
            {
                return true;
            }
        }

        return false;
    }

    public NewObjects Union(NewObjects other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        ImmutableHashSet<(Place, Place)> kept = Kept.Union(other.Kept);
        ImmutableHashSet<(Place, string)> assigned = Assigned.Union(other.Assigned);
        return kept.Count == Kept.Count && assigned.Count == Assigned.Count && (IsSelfHandedOn || !other.IsSelfHandedOn)
            ? this
            : this with { Kept = kept, Assigned = assigned, IsSelfHandedOn = IsSelfHandedOn || other.IsSelfHandedOn };
    }
}
