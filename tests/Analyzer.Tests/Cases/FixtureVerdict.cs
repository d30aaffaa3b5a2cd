using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer.Tests.Cases;

/// <summary>Compares what was said of a fixture with its marks. What is missing counts as much as what nobody expects.</summary>
internal static class FixtureVerdict
{
    // Hidden by default: an extra one is a mistake only where the fixture is about it.
    private static readonly Dictionary<string, string> _hidden = new() { [RuleIds.InferredGuard] = "InconsistentSync", [RuleIds.UnknownCode] = "CallbackUnderLock" };

    public static IReadOnlyList<string> Mismatches(Fixture fixture, IReadOnlyList<Diagnostic> said)
    {
        HashSet<(int Line, string Id)> shown = [.. said.Select(diagnostic => (LineOf(diagnostic), diagnostic.Id))];
        HashSet<(int Line, string Id)> allowed = [.. fixture.Marks.Where(mark => mark.Kind != "known-miss").Select(mark => (mark.Line, mark.Id))];
        return
        [
            .. from mark in fixture.Marks
               where mark.Kind == "expect" && !shown.Contains((mark.Line, mark.Id))
               select $"missing: {fixture}:{mark.Line}: {mark.Id}",
            .. from mark in fixture.Marks
               where mark.Kind == "expect-any"
               group mark by (mark.Id, mark.Group) into either
               where !either.Any(mark => shown.Contains((mark.Line, mark.Id)))
               select $"missing: {fixture}:{string.Join(" or ", either.Select(mark => mark.Line))}: {either.Key.Id}",
            .. from mark in fixture.Marks
               where mark.Kind == "known-alarm" && !shown.Contains((mark.Line, mark.Id))
               select $"no longer reported, remove the mark: {fixture}:{mark.Line}: {mark.Id}",
            .. from mark in fixture.Marks
               where mark.Kind == "known-miss" && shown.Contains((mark.Line, mark.Id))
               select $"found now, make it an expectation: {fixture}:{mark.Line}: {mark.Id}",
            .. from diagnostic in said
               let line = LineOf(diagnostic)
               where !allowed.Contains((line, diagnostic.Id)) && !fixture.Marks.Any(mark => mark.Kind == "known-miss" && mark.Line == line && mark.Id == diagnostic.Id)
               where diagnostic.Severity > DiagnosticSeverity.Hidden || (_hidden.TryGetValue(diagnostic.Id, out string? feature) && feature == fixture.Feature)
               select $"unexpected: {fixture}:{line}: {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}",
        ];
    }

    public static int LineOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
}
