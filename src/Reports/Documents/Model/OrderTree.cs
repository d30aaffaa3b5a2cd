namespace LockGraph.Reports;

/// <summary>A hierarchy as indented lines, outermost first: each lock once, and below all locks that are outside it.</summary>
/// <remarks>
/// A lock stands under the last of its direct outer locks, so that the lines from top to bottom are a legal order. Where it has more
/// than one, the line names the others. The locks of a ring stand together under a line of their own.
/// </remarks>
internal static class OrderTree
{
    /// <summary>The lines of a hierarchy.</summary>
    public static IReadOnlyList<TreeLine> Of(Hierarchy hierarchy)
    {
        // A ring is one step of the tree, known by its smallest name; a lock outside rings is known by its own.
        ILookup<string, HierarchyLock> members = hierarchy.Locks.ToLookup(Step, StringComparer.Ordinal);
        Dictionary<string, HierarchyLock> locks = hierarchy.Locks.ToDictionary(one => one.Name, StringComparer.Ordinal);
        var outers = members.ToDictionary(
            step => step.Key,
            step => step.SelectMany(one => one.Outers).Select(name => Step(locks[name])).Where(name => name != step.Key).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Dictionary<string, string[]> inners = members.ToDictionary(
            step => step.Key,
            step => Ordered(outers.Where(other => other.Value.Contains(step.Key)).Select(other => other.Key), members),
            StringComparer.Ordinal);
        Dictionary<string, int> open = outers.ToDictionary(step => step.Key, step => step.Value.Count, StringComparer.Ordinal);
        var lines = new List<TreeLine>();
        var stack = new Stack<(string Step, int Depth, string? Under)>();
        foreach (string root in Ordered(open.Where(step => step.Value == 0).Select(step => step.Key), members).Reverse())
        {
            stack.Push((root, 0, null));
        }

        while (stack.TryPop(out (string Step, int Depth, string? Under) at))
        {
            string[] elsewhere = [.. outers[at.Step].Where(outer => outer != at.Under).SelectMany(outer => Ends(members[outer], members[at.Step])).Distinct().Order(StringComparer.Ordinal)];
            Write(lines, [.. members[at.Step].OrderBy(one => one.Name, StringComparer.Ordinal)], at.Depth, elsewhere);
            int depth = at.Depth + (members[at.Step].Skip(1).Any() ? 2 : 1);
            foreach (string inner in inners[at.Step].Where(inner => --open[inner] == 0).Reverse().ToList())
            {
                stack.Push((inner, depth, at.Step));
            }
        }

        return lines;
    }

    private static void Write(List<TreeLine> lines, HierarchyLock[] locks, int depth, string[] elsewhere)
    {
        if (locks.Length == 1)
        {
            lines.Add(new TreeLine(depth, locks[0], elsewhere, 0));
            return;
        }

        lines.Add(new TreeLine(depth, null, elsewhere, locks.Length));
        lines.AddRange(locks.Select(one => new TreeLine(depth + 1, one, [], 0)));
    }

    private static IEnumerable<string> Ends(IEnumerable<HierarchyLock> outer, IEnumerable<HierarchyLock> inner)
    {
        HashSet<string> direct = inner.SelectMany(one => one.Outers).ToHashSet(StringComparer.Ordinal);
        return outer.Select(one => one.Name).Where(direct.Contains);
    }

    // Leaves first: the long branch below a lock is then read without losing the indentation.
    private static string[] Ordered(IEnumerable<string> steps, ILookup<string, HierarchyLock> members) =>
        [.. steps.OrderBy(step => members[step].Any(one => one.Inners.Count > 0)).ThenBy(step => members[step].First().Layer).ThenBy(step => step, StringComparer.Ordinal)];

    private static string Step(HierarchyLock one) => one.Ring ?? one.Name;
}

/// <summary>A line of the tree.</summary>
/// <param name="Depth">How far inside.</param>
/// <param name="Lock">The lock; <see langword="null"/> for the line above a ring.</param>
/// <param name="AlsoInside">Direct outer locks other than the one that it stands under.</param>
/// <param name="RingSize">The number of locks in the ring that follows.</param>
internal sealed record TreeLine(int Depth, HierarchyLock? Lock, IReadOnlyList<string> AlsoInside, int RingSize);
