namespace LockGraph.Reports;

/// <summary>What a hierarchy is called, and how names are cut into parts.</summary>
internal static class HierarchyName
{
    private const int _mostOutermost = 3;

    /// <summary>The prefix that all names share; where there is none, the outermost locks.</summary>
    /// <param name="locks">The locks, outermost first.</param>
    public static string Of(IReadOnlyList<HierarchyLock> locks)
    {
        string prefix = CommonPrefix(locks.Select(one => one.Name));
        if (prefix.Length > 0)
        {
            return prefix;
        }

        string[] outermost = [.. locks.Where(one => one.Layer == 0).Select(one => one.Name)];
        return outermost.Length <= _mostOutermost
            ? string.Join(", ", outermost)
            : string.Join(", ", outermost.Take(_mostOutermost)) + $" and {outermost.Length - _mostOutermost} more";
    }

    /// <summary>The parts before the last one that all names begin with, joined by dots; empty when there are none.</summary>
    public static string CommonPrefix(IEnumerable<string> names)
    {
        string[]? common = null;
        foreach (string name in names)
        {
            string[] parts = Parts(name)[..^1];
            common = common is null ? parts : [.. common.Zip(parts).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)];
        }

        return string.Join('.', common ?? []);
    }

    /// <summary>The parts between dots; dots inside type arguments and of a creation site do not part.</summary>
    public static string[] Parts(string name)
    {
        var parts = new List<string>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < name.Length && name[at] != '@'; at++)
        {
            depth += name[at] switch { '<' => 1, '>' when at > 0 && name[at - 1] != '-' => -1, _ => 0 };
            if (name[at] == '.' && depth <= 0 && at > start)
            {
                parts.Add(name[start..at]);
                start = at + 1;
            }
        }

        parts.Add(name[start..]);
        return [.. parts];
    }
}
