using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>A lock class as several runs describe it.</summary>
internal static class UnitedClass
{
    /// <summary>Who made a lock of the class describes it better than who only declared it; what only one of the two says is kept.</summary>
    public static LockClass Of(LockClass one, LockClass other)
    {
        if (ReferenceEquals(one, other))
        {
            return one;
        }

        LockClass traits = Compare(one, other) <= 0 ? one : other;
        return new LockClass(traits.Name)
        {
            Primitive = traits.Primitive,
            Reentrant = traits.Reentrant,
            Owner = traits.Owner,
            WaitType = traits.WaitType,
            IsPseudo = traits.IsPseudo,
            MaxHeld = one.MaxHeld is { } most && other.MaxHeld is { } otherMost ? Math.Min(most, otherMost) : one.MaxHeld ?? other.MaxHeld,
            Protects = Smaller(one.Protects, other.Protects),
            Summary = Smaller(one.Summary, other.Summary),
        };
    }

    private static int Compare(LockClass one, LockClass other)
    {
        int order = (one.Primitive is null).CompareTo(other.Primitive is null);
        order = order != 0 ? order : string.CompareOrdinal(one.Primitive, other.Primitive);
        return order != 0 ? order : Traits(one).CompareTo(Traits(other));
    }

    private static (bool Reentrant, LockOwner Owner, WaitType WaitType, bool IsPseudo) Traits(LockClass @class) =>
        (@class.Reentrant ?? false, @class.Owner ?? LockOwner.Thread, @class.WaitType ?? WaitType.Block, @class.IsPseudo);

    private static string? Smaller(string? one, string? other) =>
        one is null || other is null ? one ?? other : string.CompareOrdinal(one, other) <= 0 ? one : other;
}
