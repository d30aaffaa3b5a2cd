using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LockGraph.Analyzer.Tests.Cases;

/// <summary>The fixtures compile, and are judged as they are marked.</summary>
public class FixtureTests
{
    private const int _fixturesAtLeast = 200;

    public static IEnumerable<object[]> Names => Fixture.All.Select(fixture => new object[] { fixture.ToString() });

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Fixture_IsJudgedAsMarked(string name)
    {
        Fixture fixture = Fixture.All.Single(known => known.ToString() == name);
        CSharpCompilation compilation = CaseCompilation.OfFixture(fixture.Text, Path.GetFileName(fixture.File), fixture.AgainstProduct);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        IReadOnlyList<string> mismatches = FixtureVerdict.Mismatches(fixture, await CaseCompilation.Analyze(compilation, fixture.Options));
        Assert.True(mismatches.Count == 0, string.Join("\n", mismatches));
    }

    [Fact]
    public void Fixtures_AreManyAndNearlyHalfOfThemClean()
    {
        Assert.True(Fixture.All.Count >= _fixturesAtLeast, $"{Fixture.All.Count} fixtures");
        Assert.InRange(Fixture.All.Count(fixture => fixture.IsClean) * 100 / Fixture.All.Count, 38, 60);
        Assert.Equal(Fixture.All.Count, Fixture.All.Select(fixture => fixture.ToString()).Distinct().Count());
    }

    /// <summary>What we know to be missed or said wrongly: each with its reason, and no more of them by accident.</summary>
    [Fact]
    public void KnownMistakes_AreCountedAndHaveAReason()
    {
        ExpectedLine[] known = [.. Fixture.All.SelectMany(fixture => fixture.Marks).Where(mark => mark.Kind.StartsWith("known-", StringComparison.Ordinal))];
        Assert.All(known, mark => Assert.NotEmpty(mark.Group));
        Assert.Equal(KnownMisses, known.Count(mark => mark.Kind == "known-miss"));
        Assert.Equal(KnownAlarms, known.Count(mark => mark.Kind == "known-alarm"));
    }

    private const int KnownMisses = 1;

    private const int KnownAlarms = 0;
}
