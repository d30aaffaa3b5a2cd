using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.Analyzer.Tests.Catalogue;

/// <summary>The ring is only as good as its measure.</summary>
public class ExampleVerdictTests
{
    private static readonly RuleExample _example = new("tests/RuleExamples/LG1002/Broken.cs", "first\nlock (a) // LG1002\nlock (b) // LG1002, LG1003\nlast\n");

    [Fact]
    public void EveryMarkReported_IsNoMismatch() =>
        Assert.Empty(ExampleVerdict.Mismatches(_example, [Said(RuleIds.Inversion, 2), Said(RuleIds.Inversion, 3), Said(RuleIds.SameClassNesting, 3)]));

    [Fact]
    public void MarkWithoutReport_IsMissing() => Assert.Equal(
        ["missing: tests/RuleExamples/LG1002/Broken.cs:3: LG1003"],
        ExampleVerdict.Mismatches(_example, [Said(RuleIds.Inversion, 2), Said(RuleIds.Inversion, 3)]));

    [Fact]
    public void OtherSideOfARing_IsReportedByItsAdditionalLocation() =>
        Assert.Empty(ExampleVerdict.Mismatches(_example, [Said(RuleIds.Inversion, 2, 3), Said(RuleIds.SameClassNesting, 3)]));

    [Fact]
    public void AdditionalLocationOfAnotherRule_IsNoReport() => Assert.Equal(
        ["missing: tests/RuleExamples/LG1002/Broken.cs:3: LG1003"],
        ExampleVerdict.Mismatches(_example, [Said(RuleIds.Inversion, 2, 3), Said(RuleIds.SameClassNesting, 2, 3)]).Where(text => text.StartsWith("missing", StringComparison.Ordinal)));

    [Theory]
    [InlineData(RuleIds.Inversion, 1)]
    [InlineData(RuleIds.SameClassNesting, 2)]
    public void ReportWithoutMark_IsUnexpected(string id, int line) => Assert.StartsWith(
        $"unexpected: tests/RuleExamples/LG1002/Broken.cs:{line}: {id}",
        Assert.Single(ExampleVerdict.Mismatches(_example, [Said(RuleIds.Inversion, 2, 3), Said(RuleIds.SameClassNesting, 3), Said(id, line)])),
        StringComparison.Ordinal);

    [Fact]
    public void FaultOfAnAnalyzer_IsUnexpected() => Assert.Single(ExampleVerdict.Mismatches(
        new RuleExample("tests/RuleExamples/LG1002/Repaired.cs", "nothing\n"),
        [Diagnostic.Create(new DiagnosticDescriptor("AD0001", "title", "message", "category", DiagnosticSeverity.Warning, isEnabledByDefault: true), Location.None)]));

    private static Diagnostic Said(string id, int line, params int[] alongside) => Diagnostic.Create(Descriptors.Of(id), At(line), alongside.Select(At));

    private static Location At(int line) => Location.Create("Broken.cs", default, new LinePositionSpan(new LinePosition(line - 1, 0), new LinePosition(line - 1, 1)));
}
