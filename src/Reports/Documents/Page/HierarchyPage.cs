using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>The document as text, for every format that people read: which sections there are, in which order.</summary>
internal static class HierarchyPage
{
    /// <summary>The blocks of the document.</summary>
    public static IEnumerable<PageBlock> Of(HierarchyModel model)
    {
        yield return new HeadingBlock(1, "Lock hierarchy of " + model.Subject);
        yield return new TextBlock(Summary(model));
        yield return new TextBlock(
            "An inner lock is taken while an outer one is held; outer locks come first in every list. Declared: promised by an attribute. "
            + "Seen: found in the code by the analyzer (static), or while the program ran (observed).");
        if (model.Errors.Count > 0)
        {
            yield return new HeadingBlock(2, "Declarations that cannot be honoured");
            yield return new ListBlock(model.Errors);
        }

        foreach ((int index, Hierarchy hierarchy) in model.Hierarchies.Index())
        {
            foreach (PageBlock block in Of(hierarchy, index + 1))
            {
                yield return block;
            }
        }

        if (model.Alone.Count > 0)
        {
            yield return new HeadingBlock(2, "Locks in no order");
            yield return new TextBlock("Never taken together with another lock, and nothing is declared about them.");
            yield return LockTable.OfAlone(model.Alone);
            foreach (PageBlock block in Findings(model.OtherFindings))
            {
                yield return block;
            }
        }

        string[] unnamed = [.. model.Locks.Select(one => one.Name).Where(name => name.Contains('@', StringComparison.Ordinal))];
        if (unnamed.Length > 0)
        {
            yield return new HeadingBlock(2, "Locks without a name");
            yield return new TextBlock("Called after the line that makes them, so that this document changes when the line moves. A name ends that.");
            yield return new ListBlock([.. unnamed.Select(Phrase.Code)]);
        }
    }

    /// <summary>What an edge's modes are, as pairs.</summary>
    public static string Modes(HierarchyEdge edge) => string.Join(", ", edge.Modes.Select(pair => $"{pair.Outer.Word()} > {pair.Inner.Word()}"));

    private static string Summary(HierarchyModel model)
    {
        HierarchyEdge[] edges = [.. model.Hierarchies.SelectMany(hierarchy => hierarchy.Edges)];
        int locks = model.Locks.Count();
        string order = edges.Length == 0
            ? "none of them nested in another"
            : string.Join(
                ", ",
                from part in new[]
                {
                    (EdgeStanding.DeclaredAndSeen, "declared and seen"), (EdgeStanding.SeenOnly, "seen and not declared"),
                    (EdgeStanding.DeclaredOnly, "declared and never seen"), (EdgeStanding.AgainstDeclared, "seen against the declared order"),
                }
                let count = edges.Count(edge => edge.Standing == part.Item1)
                where count > 0
                select $"{count} {part.Item2}");
        int warnings = model.Findings.Count(finding => finding.Severity == ViolationSeverity.Warning);
        int rest = model.Findings.Count() - warnings;
        string findings = warnings + rest == 0 ? "No open findings."
            : $"Open findings: {string.Join(", ", new[] { warnings > 0 ? Phrase.Count(warnings, "warning") : "", rest > 0 ? $"{rest} for information" : "" }.Where(part => part.Length > 0))}.";
        return edges.Length == 0
            ? $"{Phrase.Count(locks, "lock")}, {order}. {findings}"
            : $"{Phrase.Count(locks, "lock")}, {Phrase.Count(model.Hierarchies.Count, "hierarchy", "hierarchies")}, {Phrase.Count(edges.Length, "edge")}: {order}. {findings}";
    }

    private static IEnumerable<PageBlock> Of(Hierarchy hierarchy, int number)
    {
        yield return new HeadingBlock(2, $"{number}. {Phrase.Code(hierarchy.Name)}");
        if (Opening(hierarchy) is { Length: > 0 } opening)
        {
            yield return new TextBlock(opening);
        }

        yield return new DrawingBlock(hierarchy);
        yield return new HeadingBlock(3, "Order");
        yield return new TextBlock("Further in is taken later. Each lock stands once, below all locks that are outside it.");
        yield return new ListingBlock(TreeText.Of(hierarchy));
        yield return new HeadingBlock(3, "Locks");
        yield return LockTable.Of(hierarchy);
        foreach (PageBlock block in EdgeSections.Of(hierarchy))
        {
            yield return block;
        }

        yield return new HeadingBlock(3, "Two locks of one class");
        yield return new ListBlock(NestingSection.Of(hierarchy));
        HierarchyEdge[] gated = [.. hierarchy.Edges.Where(edge => edge.Gates.Count > 0)];
        if (gated.Length > 0)
        {
            yield return new HeadingBlock(3, "Gates");
            yield return new TextBlock("Held exclusively outside every time that this edge was seen.");
            yield return new TableBlock("Gates", ["outer", "inner", "always under"], [.. gated.Select(edge => new[] { Phrase.Code(edge.Outer), Phrase.Code(edge.Inner), Phrase.Codes(edge.Gates) })]);
        }

        foreach (PageBlock block in Findings(hierarchy.Findings))
        {
            yield return block;
        }
    }

    private static string Opening(Hierarchy hierarchy)
    {
        var sentences = new List<string>();
        if (hierarchy.Strict.Count == hierarchy.Locks.Count)
        {
            sentences.Add("Strict: any nesting that the declaration does not imply is reported (LG1008).");
        }
        else if (hierarchy.Strict.Count > 0)
        {
            sentences.Add($"Strict for {hierarchy.Strict.Count} of {hierarchy.Locks.Count} locks: any nesting among them that the declaration does not imply is reported (LG1008).");
        }
        else if (!hierarchy.IsDeclared)
        {
            sentences.Add("Nothing is declared: this is the order that the code follows.");
        }

        Drawing drawing = DrawingBuilder.Of(hierarchy);
        if (drawing.IsCollapsed)
        {
            sentences.Add($"{hierarchy.Locks.Count} locks are too many for one drawing: locks of one type or namespace share a box, locks in conflicting order have their own.");
        }

        if (drawing.LeftOut > 0)
        {
            sentences.Add($"{Phrase.Count(drawing.LeftOut, "pair of boxes is", "pairs of boxes are")} also nested the other way, by other locks; these have no line.");
        }

        return string.Join(' ', sentences);
    }

    private static IEnumerable<PageBlock> Findings(IReadOnlyList<HierarchyFinding> findings)
    {
        if (findings.Count > 0)
        {
            yield return new HeadingBlock(3, "Open findings");
            yield return new ListBlock([.. findings.Select(finding =>
                $"{finding.Rule} {(finding.Severity == ViolationSeverity.Info ? "info" : "warning")}: {Phrase.WithCode(finding.Message, finding.Locks)}")]);
        }
    }
}
