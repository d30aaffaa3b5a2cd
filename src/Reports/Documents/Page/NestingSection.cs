using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>What two instances of one class must obey, class by class where there is a rule of its own.</summary>
internal static class NestingSection
{
    private const int _mostNames = 12;

    /// <summary>The rules of a hierarchy.</summary>
    public static IReadOnlyList<string> Of(Hierarchy hierarchy)
    {
        var rules = new List<string>();
        var classes = hierarchy.Locks.Where(one => !one.Class.IsPseudo).GroupBy(one => one.Class.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var oneAtATime = new List<string>();
        foreach (IGrouping<string, HierarchyLock> @class in classes)
        {
            string[] parts = [.. Rules([.. @class.OrderBy(one => one.Subclass)])];
            if (parts.Length == 0)
            {
                oneAtATime.Add(@class.Key);
            }
            else
            {
                rules.Add($"{Phrase.Code(@class.Key)}: {string.Join("; ", parts)}.");
            }
        }

        if (oneAtATime.Count > 0)
        {
            string who = rules.Count == 0 ? "All locks" : oneAtATime.Count > _mostNames ? "All others" : Phrase.Codes(oneAtATime);
            rules.Add($"{who}: never two instances at once.");
        }

        string[] reentrant = [.. classes.Where(group => group.Any(one => one.Class.Reentrant == true)).Select(group => group.Key)];
        if (reentrant.Length > 0)
        {
            rules.Add($"Their holder may take the same instance again: {Phrase.Codes(reentrant, _mostNames)}.");
        }

        (string Name, int Most)[] limited = [.. classes.Where(group => group.First().Class.MaxHeld is not null).Select(group => (group.Key, group.First().Class.MaxHeld!.Value))];
        if (limited.Length > 0)
        {
            rules.Add($"Held at once by one flow, at most: {string.Join(", ", limited.Select(one => $"{one.Most} of {Phrase.Code(one.Name)}"))}.");
        }

        return rules;
    }

    private static IEnumerable<string> Rules(IReadOnlyList<HierarchyLock> ranks)
    {
        if (ranks.Count > 1)
        {
            yield return $"by rank, {string.Join(" before ", ranks.Select(one => one.Subclass))}";
        }

        if (ranks.FirstOrDefault(one => one.OrderKey is not null) is { OrderKey: { } key })
        {
            yield return $"in ascending order of {Phrase.Code(key)}";
        }

        if (ranks[0].Class.Nesting == SameClassNesting.InstanceOrder)
        {
            yield return "any two, as long as all code takes them in the same order";
        }
    }
}
