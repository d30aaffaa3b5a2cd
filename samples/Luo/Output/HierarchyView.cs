using LockGraph.Core;
using Luo.Kernel;
using Luo.Policies;
using Luo.Scenarios;
using Spectre.Console;

namespace Luo.Output;

/// <summary>The hierarchy that the patched kernel declares, beside the one that its scenarios showed.</summary>
internal static class HierarchyView
{
    /// <summary>Writes the tree and the differences.</summary>
    /// <returns>True when nothing was seen that is not declared.</returns>
    public static bool Write(IAnsiConsole console, IReadOnlyList<ScenarioResult> results)
    {
        DeclaredOrder declared = PromisedOrder.Declared;
        List<OrderSnapshot> kernel =
        [
            .. results.Where(result => result.Scenario is { Policy: Policy.SerializeRwsem, IsMutated: false }).Select(result => result.Snapshot),
        ];
        Dictionary<(string Outer, string Inner), int> seen = Seen(kernel);
        Dictionary<string, string?> protects = kernel
            .SelectMany(snapshot => snapshot.Classes)
            .GroupBy(one => one.Class.Name)
            .ToDictionary(group => group.Key, group => group.First().Class.Protects);

        console.WriteLine("The lock hierarchy of the patched kernel: as declared, and how often each lock was seen inside the one above it");
        console.Write(Draw(declared, seen, protects, kernel.Count));
        List<(string Outer, string Inner)> steps = [.. declared.Promises.Select(promise => (promise.Outer, promise.Inner))];
        int direct = steps.Count(seen.ContainsKey);
        List<string> unseen = [.. steps.Where(step => !seen.ContainsKey(step)).Select(Show)];
        List<string> undeclared =
        [
            .. seen.Keys.Where(edge => Concerns(declared, edge) && !declared.IsBefore(edge.Outer, edge.Inner)).Select(Show),
        ];
        console.WriteLine();
        console.WriteLine($"Declared and seen: {direct} steps; of the {seen.Count} nestings seen, {seen.Count - direct} follow from longer chains.");
        WriteList(console, "Seen and not declared", undeclared);
        WriteList(console, "Declared and never seen", unseen);
        return undeclared.Count == 0;
    }

    private static Dictionary<(string Outer, string Inner), int> Seen(List<OrderSnapshot> snapshots)
    {
        var seen = new Dictionary<(string Outer, string Inner), int>();
        foreach (SnapshotEdge edge in snapshots.SelectMany(snapshot => snapshot.Edges).Where(edge => (edge.Provenance & EdgeProvenance.Observed) != 0))
        {
            seen[(edge.Outer, edge.Inner)] = seen.GetValueOrDefault((edge.Outer, edge.Inner)) + 1;
        }

        return seen;
    }

    private static Table Draw(
        DeclaredOrder declared, Dictionary<(string Outer, string Inner), int> seen, Dictionary<string, string?> protects, int runs)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("Declared, outermost first").NoWrap());
        table.AddColumn(new TableColumn($"Seen (of {runs} runs)").NoWrap());
        table.AddColumn("Protects");
        var inner = declared.Promises.ToLookup(promise => promise.Outer, promise => promise.Inner);
        HashSet<string> notOutermost = [.. declared.Promises.Select(promise => promise.Inner)];
        var drawn = new HashSet<string>();
        foreach (string name in declared.Promises.Select(promise => promise.Outer).Distinct().Where(name => !notOutermost.Contains(name)))
        {
            Add(null, name, 0);
        }

        return table;

        void Add(string? outer, string name, int depth)
        {
            bool first = drawn.Add(name);
            string indent = new(' ', depth * 2);
            string inside = outer is null ? "outermost"
                : seen.TryGetValue((outer, name), out int count) ? $"inside, in {count}"
                : "[yellow]never inside[/]";
            string about = first ? Markup.Escape(protects.GetValueOrDefault(name) ?? string.Empty) : "(see above)";
            table.AddRow(indent + Markup.Escape(name), inside, about);
            if (first)
            {
                foreach (string next in inner[name])
                {
                    Add(name, next, depth + 1);
                }
            }
        }
    }

    // Locks outside the hierarchy, such as a driver's own, are nobody's promise.
    private static bool Concerns(DeclaredOrder declared, (string Outer, string Inner) edge) => declared.IsStrictPair(edge.Outer, edge.Inner);

    private static string Show((string Outer, string Inner) edge) => $"{edge.Outer} -> {edge.Inner}";

    private static void WriteList(IAnsiConsole console, string title, List<string> edges)
    {
        console.WriteLine(title + ": " + (edges.Count == 0 ? "nothing." : string.Empty));
        foreach (string edge in edges.Order(StringComparer.Ordinal))
        {
            console.WriteLine("  " + edge);
        }
    }
}
