namespace LockGraph.Core;

/// <summary>Finds declarations that put classes before each other.</summary>
internal static class Contradictions
{
    /// <summary>
    /// Gives each class that lies on a declared cycle the number of its group, and adds one error per group, placed at the group's first declaration.
    /// Cost: quadratic in the classes of a group; hierarchies are written by hand and small.
    /// </summary>
    public static Dictionary<string, int> Find(Dictionary<string, List<DeclaredOrder.Promise>> inner, List<OrderDeclarationError> errors)
    {
        var group = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string start in inner.Keys.OrderBy(name => name, StringComparer.Ordinal))
        {
            if (group.ContainsKey(start))
            {
                continue;
            }

            HashSet<string> behind = Reachable(inner, start);
            if (!behind.Contains(start))
            {
                continue;
            }

            int number = errors.Count;
            string[] members = [.. behind.Where(name => Reachable(inner, name).Contains(start)).OrderBy(name => name, StringComparer.Ordinal)];
            foreach (string member in members)
            {
                group[member] = number;
            }

            errors.Add(Describe(inner, members));
        }

        return group;
    }

    private static OrderDeclarationError Describe(Dictionary<string, List<DeclaredOrder.Promise>> inner, string[] members)
    {
        var within = new HashSet<string>(members, StringComparer.Ordinal);
        var steps = members
            .Where(inner.ContainsKey)
            .SelectMany(outer => inner[outer].Where(promise => within.Contains(promise.Inner)).Select(promise => (outer, promise)))
            .OrderBy(step => step.promise.Index)
            .ToList();
        string told = string.Join("; ", steps.Select(step => $"{step.outer} before {step.promise.Inner} ({step.promise.Place})"));
        return new(OrderDeclarationErrorKind.Contradiction, steps[0].promise.Place, $"The declared order contradicts itself: {told}.");
    }

    private static HashSet<string> Reachable(Dictionary<string, List<DeclaredOrder.Promise>> inner, string start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var stack = new Stack<string>();
        stack.Push(start);
        while (stack.Count > 0)
        {
            if (inner.TryGetValue(stack.Pop(), out List<DeclaredOrder.Promise>? promises))
            {
                foreach (DeclaredOrder.Promise promise in promises)
                {
                    if (seen.Add(promise.Inner))
                    {
                        stack.Push(promise.Inner);
                    }
                }
            }
        }

        return seen;
    }
}
