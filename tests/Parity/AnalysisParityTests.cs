using LockGraph.Parity.Tests.Suite;

namespace LockGraph.Parity.Tests;

/// <summary>Every fixture, analyzed, gets the verdicts that stand on its lines, in the words of the run.</summary>
public class AnalysisParityTests
{
    public static TheoryData<string> Fixtures => RunParityTests.Fixtures;

    public static TheoryData<string> FixturesThatBothJudge =>
        [.. Fixture.All.Values.Where(fixture => fixture.Expected.Any(verdict => verdict.Judges == Witnesses.Both)).Select(fixture => fixture.Name)];

    [Fact]
    public void Analyzer_IsThere() => Assert.NotEmpty(FixtureAnalysis.Analyzers);

    [Fact]
    public void SourceThatIsAnalyzed_Compiles() => Assert.Empty(FixtureAnalysis.Errors());

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task FixtureThatIsAnalyzed_GetsItsVerdicts(string name)
    {
        Fixture fixture = Fixture.All[name];
        Comparison.None(fixture, Comparison.Problems(fixture, Witnesses.Analysis, await FixtureAnalysis.Of(fixture)));
    }

    [Theory]
    [MemberData(nameof(FixturesThatBothJudge))]
    public async Task VerdictOfBoth_IsInTheSameWords(string name)
    {
        Fixture fixture = Fixture.All[name];
        IReadOnlyList<Finding> analyzed = await FixtureAnalysis.Of(fixture);
        foreach (Expectation verdict in fixture.Expected.Where(verdict => verdict.Judges == Witnesses.Both))
        {
            string[] run = Words(fixture.Run.Findings, verdict);
            string[] said = Words(analyzed, verdict);
            Assert.True(
                said.Length > 0 && said.All(run.Contains),
                $"{fixture.File}: {verdict}{Environment.NewLine}run:      {string.Join(" | ", run)}{Environment.NewLine}analysis: {string.Join(" | ", said)}");
        }
    }

    [Fact]
    public async Task FixturesInOneCompilation_GetTheVerdictsOfEachAlone()
    {
        ILookup<string, Finding> together = await FixtureAnalysis.Together();
        var problems = new List<string>();
        foreach (Fixture fixture in Fixture.All.Values)
        {
            string[] alone = Sorted(await FixtureAnalysis.Of(fixture));
            string[] amongOthers = Sorted(together[fixture.File]);
            problems.AddRange(alone.Except(amongOthers).Select(finding => $"{fixture.File}: alone only: {finding}"));
            problems.AddRange(amongOthers.Except(alone).Select(finding => $"{fixture.File}: among others only: {finding}"));
        }

        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    private static string[] Sorted(IEnumerable<Finding> findings) =>
        [.. findings.Select(finding => finding.ToString()).Order(StringComparer.Ordinal)];

    private static string[] Words(IReadOnlyList<Finding> findings, Expectation verdict) =>
        [.. findings.Where(finding => finding.Fits(verdict)).Select(finding => finding.Words).Distinct(StringComparer.Ordinal)];
}
