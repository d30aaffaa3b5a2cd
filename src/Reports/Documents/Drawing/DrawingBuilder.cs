using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>Chooses what a picture of a hierarchy shows: every lock, or groups of locks when they are too many.</summary>
internal static class DrawingBuilder
{
    /// <summary>More boxes than this are not read any more; beyond it locks of one type or namespace share a box.</summary>
    public const int MostBoxes = 40;

    /// <summary>The picture of a hierarchy.</summary>
    public static Drawing Of(Hierarchy hierarchy)
    {
        IReadOnlyDictionary<string, string> boxOf = hierarchy.Locks.Count <= MostBoxes
            ? hierarchy.Locks.ToDictionary(one => one.Name, one => one.Name, StringComparer.Ordinal)
            : NameGroups.Of(hierarchy.Locks, MostBoxes);
        string prefix = HierarchyName.CommonPrefix(hierarchy.Locks.Select(one => one.Name));
        List<IGrouping<string, HierarchyLock>> boxes = [.. hierarchy.Locks.GroupBy(one => boxOf[one.Name], StringComparer.Ordinal)];
        Dictionary<string, int> numbers = boxes.Index().ToDictionary(pair => pair.Item.Key, pair => pair.Index, StringComparer.Ordinal);
        IReadOnlyList<DrawnLine> lines = Lines(hierarchy, name => numbers[boxOf[name]], boxes.Count, out int leftOut);
        return new Drawing(
            [.. boxes.Select(box => Box(box.Key, [.. box], prefix))],
            lines,
            [.. hierarchy.Rings.Select(ring => (IReadOnlyList<int>)[.. ring.Select(one => numbers[one.Name])])],
            boxes.Count < hierarchy.Locks.Count,
            leftOut);
    }

    /// <summary>How a lock is taken: <c>read, write</c>.</summary>
    public static string Modes(HierarchyLock one) => string.Join(", ", one.Modes.OrderBy(mode => mode == LockMode.Write).Select(mode => mode.Word()));

    private static DrawnBox Box(string name, HierarchyLock[] locks, string prefix)
    {
        string title = prefix.Length > 0 && name.StartsWith(prefix + ".", StringComparison.Ordinal) ? name[(prefix.Length + 1)..] : name;
        if (locks.Length > 1)
        {
            return new DrawnBox(title == "*" ? name : title, $"{locks.Length} locks", name, BoxKind.Group);
        }

        HierarchyLock one = locks[0];
        string note = string.Join(" · ", new[] { one.Class.Primitive ?? "", Modes(one) }.Where(part => part.Length > 0));
        return one.Class.IsPseudo ? new DrawnBox(title, "a wait, not a lock", name, BoxKind.Wait)
            : one.IsFound ? new DrawnBox(title, note, name, BoxKind.Lock)
            : new DrawnBox(title, "declared, not found", name, BoxKind.NotFound);
    }

    // Inside a ring every line; between units (boxes and rings) those that do not follow from others. Groups may be nested both ways by
    // different locks, which is no ring: the direction of most edges is drawn, and a second head where the pair is drawn anyway.
    private static IReadOnlyList<DrawnLine> Lines(Hierarchy hierarchy, Func<string, int> number, int count, out int leftOut)
    {
        int[] unit = [.. Enumerable.Range(0, count)];
        foreach (IReadOnlyList<HierarchyLock> ring in hierarchy.Rings)
        {
            foreach (HierarchyLock one in ring)
            {
                unit[number(one.Name)] = ring.Min(other => number(other.Name));
            }
        }

        var between = hierarchy.Edges
            .Select(edge => (Outer: number(edge.Outer), Inner: number(edge.Inner), Edge: edge))
            .Where(line => line.Outer != line.Inner)
            .GroupBy(line => (line.Outer, line.Inner))
            .OrderBy(line => line.Key)
            .Select(line => (line.Key.Outer, line.Key.Inner, Edges: line.Select(one => one.Edge).ToList()))
            .ToList();
        (int Outer, int Inner, int Weight)[] steps =
        [
            .. between.Where(line => unit[line.Outer] != unit[line.Inner]).GroupBy(line => (unit[line.Outer], unit[line.Inner]))
                .Select(step => (step.Key.Item1, step.Key.Item2, step.Sum(line => line.Edges.Count))),
        ];
        IReadOnlyList<bool> isUp = OneWay.Upward(count, steps);
        HashSet<(int, int)> up = [.. steps.Where((_, at) => isUp[at]).Select(step => (step.Outer, step.Inner))];
        HashSet<(int, int)> shown = [.. OrderAlgorithms.Reduced(count, steps.Where((_, at) => !isUp[at]).Select(step => (step.Outer, step.Inner)))];
        leftOut = up.Count(step => !shown.Contains((step.Item2, step.Item1)));
        return
        [
            .. from line in between
               let step = (unit[line.Outer], unit[line.Inner])
               let isInRing = step.Item1 == step.Item2
               where isInRing || shown.Contains(step)
               select new DrawnLine(line.Outer, line.Inner, Worst(line.Edges), isInRing, !isInRing && up.Contains((step.Item2, step.Item1))),
        ];
    }

    private static EdgeStanding Worst(List<HierarchyEdge> edges) =>
        edges.Exists(edge => edge.Standing == EdgeStanding.AgainstDeclared) ? EdgeStanding.AgainstDeclared
        : edges.Exists(edge => edge.Standing == EdgeStanding.SeenOnly) ? EdgeStanding.SeenOnly
        : edges.Exists(edge => edge.Standing == EdgeStanding.DeclaredAndSeen) ? EdgeStanding.DeclaredAndSeen
        : EdgeStanding.DeclaredOnly;
}
