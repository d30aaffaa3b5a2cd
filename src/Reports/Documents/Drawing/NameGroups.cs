namespace LockGraph.Reports;

/// <summary>Finds the finest grouping of locks, by type, then by namespace, that a reader can take in at once.</summary>
internal static class NameGroups
{
    /// <summary>What stands for locks whose names have no such prefix.</summary>
    public const string NoPrefix = "(no namespace)";

    /// <summary>For each lock the name of its box: the group, or the lock itself where it is alone in its group or on a ring.</summary>
    /// <param name="locks">The locks of one hierarchy.</param>
    /// <param name="mostBoxes">How many boxes are readable.</param>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<HierarchyLock> locks, int mostBoxes)
    {
        Dictionary<string, string> best = locks.ToDictionary(one => one.Name, one => one.Name, StringComparer.Ordinal);
        int depth = locks.Max(one => HierarchyName.Parts(one.Name).Length);
        for (int drop = 1; drop < depth && Boxes(best) > mostBoxes; drop++)
        {
            Dictionary<string, string> coarser = Grouped(locks, drop);

            // One box says nothing; too many say more.
            if (Boxes(coarser) > 1)
            {
                best = coarser;
            }
        }

        return best;
    }

    private static int Boxes(Dictionary<string, string> groups) => groups.Values.Distinct(StringComparer.Ordinal).Count();

    private static Dictionary<string, string> Grouped(IReadOnlyList<HierarchyLock> locks, int drop)
    {
        ILookup<string, HierarchyLock> groups = locks.Where(one => one.Ring is null).ToLookup(one => Prefix(one.Name, drop), StringComparer.Ordinal);
        return locks.ToDictionary(
            one => one.Name,
            one => one.Ring is null && groups[Prefix(one.Name, drop)].Skip(1).Any() ? Prefix(one.Name, drop) + ".*" : one.Name,
            StringComparer.Ordinal);
    }

    private static string Prefix(string name, int drop)
    {
        string[] parts = HierarchyName.Parts(name);
        return parts.Length == 1 ? NoPrefix : string.Join('.', parts[..Math.Max(1, parts.Length - drop)]);
    }
}
