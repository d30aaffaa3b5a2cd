using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer.Tests.Catalogue;

/// <summary>Compares what was said of an example with its marks. What is missing counts as much as what nobody expects.</summary>
internal static class ExampleVerdict
{
    // One report names every acquisition of a ring: the others are marked as well, and are its additional locations.
    private static readonly HashSet<string> _rings = [RuleIds.Inversion, RuleIds.GuardedInversion, RuleIds.TypeInitializers];

    public static IReadOnlyList<string> Mismatches(RuleExample example, IReadOnlyList<Diagnostic> said)
    {
        HashSet<(int, string)> shown = [.. said.Select(diagnostic => (LineOf(diagnostic.Location), diagnostic.Id))];
        HashSet<(int, string)> alongside =
        [
            .. from diagnostic in said
               where _rings.Contains(diagnostic.Id)
               from location in diagnostic.AdditionalLocations
               select (LineOf(location), diagnostic.Id),
        ];
        return
        [
            .. from mark in example.Marks
               where !shown.Contains(mark) && !alongside.Contains(mark)
               select $"missing: {example.File}:{mark.Line}: {mark.Id}",
            .. from diagnostic in said
               let line = LineOf(diagnostic.Location)
               where !example.Marks.Contains((line, diagnostic.Id))
               select $"unexpected: {example.File}:{line}: {diagnostic.Id}: {RuleCatalogue.Sentence(diagnostic)}",
        ];
    }

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
