using System.Text.RegularExpressions;
using LockGraph.Analyzer.Tests.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LockGraph.Analyzer.Tests.Cases;

/// <summary>What the test suites of other checkers say of a program, translated, and what we say of it.</summary>
public partial class StaticConformanceTests
{
    public static IEnumerable<object[]> Cases => from known in SharedCase.All from nullable in new[] { true, false } select new object[] { known.Name, nullable };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case_IsJudgedAsItsSourceOrAsWeDecided(string name, bool nullable)
    {
        SharedCase shared = SharedCase.Of(name);
        CSharpCompilation compilation = CaseCompilation.OfShared(shared.Code, nullable);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        IReadOnlyList<Diagnostic> said = await CaseCompilation.Analyze(compilation);
        IReadOnlyList<int> expected = shared.IsDebatable ? Decisions[name].Lines : shared.Lines;
        Assert.DoesNotContain(said, diagnostic => diagnostic.Id == "AD0001");

        int[] lines = [.. said.Where(diagnostic => shared.Rules.Contains(diagnostic.Id)).Select(FixtureVerdict.LineOf).Distinct().Order()];
        Assert.All(lines, line => Assert.Contains(line, expected));
        if (shared.AnyLine && !shared.IsDebatable)
        {
            Assert.NotEmpty(lines);
        }
        else
        {
            Assert.Equal(expected.Order(), lines);
        }

        // A clean program hears no warning of any rule.
        if (expected.Count == 0)
        {
            Assert.Empty(said.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
        }
    }

    /// <summary>Every debatable case is decided, with a reason, and nothing else is.</summary>
    [Fact]
    public void Decisions_AreThoseOfTheDebatableCases()
    {
        Assert.Equal(SharedCase.All.Where(known => known.IsDebatable).Select(known => known.Name).Order(StringComparer.Ordinal), Decisions.Keys.Order(StringComparer.Ordinal));
        Assert.All(Decisions, decision =>
        {
            Assert.Equal(SharedCase.Of(decision.Key).Lines, decision.Value.SourceLines);
            Assert.NotEmpty(decision.Value.Reason);
        });
    }

    private static Dictionary<string, Decision> Decisions { get; } = RepositoryFiles.Read("tests/Conformance/static-debatable-cases.md").Split('\n').Select(line => Row().Match(line)).Where(row => row.Success)
        .ToDictionary(row => row.Groups["name"].Value, row => new Decision(LinesOf(row.Groups["source"].Value), LinesOf(row.Groups["ours"].Value), row.Groups["reason"].Value.Trim()));

    private static int[] LinesOf(string cell) => [.. Number().Matches(cell).Select(number => int.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture))];

    private sealed record Decision(int[] SourceLines, int[] Lines, string Reason);

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<source>[^|]*) \| (?<ours>[^|]*) \| (?<reason>[^|]*) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
