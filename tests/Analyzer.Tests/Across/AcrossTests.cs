using LockGraph.Analyzer.Tests.Cases;
using LockGraph.Analyzer.Tests.Catalogue;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer.Tests.Across;

/// <summary>Programs of several assemblies: each assembly stands in one file behind a line <c>// assembly: Name</c>, and is judged as its lines are marked.</summary>
public class AcrossTests
{
    private const string _folder = "tests/Analyzer.Tests/Across/Fixtures";

    public static IEnumerable<object[]> Names => RepositoryFiles.Under(_folder, ".cs").Select(file => new object[] { file[(_folder.Length + 1)..] });

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Program_IsJudgedAsMarked(string name)
    {
        using var assemblies = new Assemblies();
        foreach ((string assembly, string code) in Parts(name))
        {
            IReadOnlyList<Diagnostic> said = await assemblies.Build(assembly, code);
            Assert.DoesNotContain(said, diagnostic => diagnostic.Id == "AD0001");
            IReadOnlyList<string> mismatches = FixtureVerdict.Mismatches(new Fixture("Across/" + assembly + " of " + name, code), said);
            Assert.True(mismatches.Count == 0, string.Join("\n", mismatches) + "\n" + assemblies.SummaryOf(assembly));
        }
    }

    /// <summary>What the rules say here comes from the summaries: without them the same program is silent.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Program_IsSilentWithoutSummaries(string name)
    {
        using var assemblies = new Assemblies();
        IReadOnlyList<Diagnostic> said = [];
        foreach ((string assembly, string code) in Parts(name))
        {
            said = await assemblies.Build(assembly, code, summarized: false);
        }

        Assert.DoesNotContain(said, diagnostic => diagnostic.Id is "AD0001" or RuleIds.Inversion or RuleIds.GuardedInversion);
    }

    /// <summary>Equal sources give equal bytes, and the text says all that there is to say.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Summary_IsTheSameEveryTimeAndSurvivesReading(string name)
    {
        using var first = new Assemblies();
        using var second = new Assemblies();
        foreach ((string assembly, string code) in Parts(name))
        {
            await first.Build(assembly, code);
            await second.Build(assembly, code);
            string text = first.SummaryOf(assembly);
            Assert.Equal(text, second.SummaryOf(assembly));
            Assert.Equal(text, SummaryText.Write(SummaryText.Read(text)!));
        }
    }

    private static IEnumerable<(string Assembly, string Code)> Parts(string name)
    {
        const string mark = "// assembly: ";
        string text = RepositoryFiles.Read(_folder + "/" + name);
        foreach (string part in text.Split(mark).Skip(1))
        {
            int end = part.IndexOf('\n', StringComparison.Ordinal);
            yield return (part[..end].Trim(), part[(end + 1)..]);
        }
    }
}
