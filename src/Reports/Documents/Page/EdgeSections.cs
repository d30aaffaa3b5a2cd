using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>Promise against code: what is declared, and every edge under the heading that says how the two compare.</summary>
internal static class EdgeSections
{
    private const int _mostMembers = 3;

    /// <summary>The sections of a hierarchy.</summary>
    public static IEnumerable<PageBlock> Of(Hierarchy hierarchy)
    {
        if (!hierarchy.IsDeclared)
        {
            yield return new HeadingBlock(3, "Edges");
            yield return Seen(hierarchy.Edges, "edge");
            yield break;
        }

        yield return new HeadingBlock(3, "Declared");
        yield return new ListBlock([.. hierarchy.Chains.Select(chain => $"{string.Join(" > ", chain.Names.Select(Phrase.Code))} ({Phrase.Code(chain.Place)})")]);
        HierarchyEdge[] against = [.. hierarchy.Edges.Where(edge => edge.Standing == EdgeStanding.AgainstDeclared)];
        if (against.Length > 0)
        {
            yield return new HeadingBlock(3, "Seen against the declared order");
            yield return Seen(against, "edge against the declared order", "edges against the declared order");
        }

        HierarchyEdge[] kept = [.. hierarchy.Edges.Where(edge => edge.Standing == EdgeStanding.DeclaredAndSeen)];
        yield return new HeadingBlock(3, "Declared and seen");
        yield return kept.Length == 0 ? new TextBlock("Nothing: no code takes these locks in the declared order.") : new TableBlock(
            Phrase.Count(kept.Length, "edge") + " declared and seen",
            ["outer", "inner", "modes", "seen", "in", "promise"],
            [.. kept.Select(edge => Cells(edge).Append(Promise(edge)).ToArray())]);

        HierarchyEdge[] surplus = [.. hierarchy.Edges.Where(edge => edge.Standing == EdgeStanding.SeenOnly)];
        yield return new HeadingBlock(3, "Seen and not declared");
        yield return surplus.Length == 0 ? new TextBlock("Nothing.") : Seen(surplus, "edge seen and not declared", "edges seen and not declared");

        HierarchyEdge[] unseen = [.. hierarchy.Edges.Where(edge => edge.Standing == EdgeStanding.DeclaredOnly)];
        yield return new HeadingBlock(3, "Declared and never seen");
        yield return unseen.Length == 0 ? new TextBlock("Nothing.") : new TableBlock(
            Phrase.Count(unseen.Length, "edge") + " declared and never seen",
            ["outer", "inner", "promise"],
            [.. unseen.Select(edge => new[] { Phrase.Code(edge.Outer), Phrase.Code(edge.Inner), Promise(edge) })]);
    }

    /// <summary><c>static, observed</c>.</summary>
    public static string Witness(EdgeProvenance provenance) => string.Join(
        ", ",
        new[] { (EdgeProvenance.Static, "static"), (EdgeProvenance.Observed, "observed") }.Where(one => (provenance & one.Item1) != 0).Select(one => one.Item2));

    private static TableBlock Seen(IReadOnlyList<HierarchyEdge> edges, string one, string? many = null) =>
        new(Phrase.Count(edges.Count, one, many), ["outer", "inner", "modes", "seen", "in"], [.. edges.Select(Cells)]);

    private static string[] Cells(HierarchyEdge edge) =>
        [Phrase.Code(edge.Outer), Phrase.Code(edge.Inner), HierarchyPage.Modes(edge), Witness(edge.Provenance), Phrase.Codes(edge.Members, _mostMembers)];

    private static string Promise(HierarchyEdge edge) =>
        edge.Place is not null ? Phrase.Code(edge.Place) : edge.Path.Count > 2 ? "follows from " + string.Join(" > ", edge.Path.Select(Phrase.Code)) : "";
}
