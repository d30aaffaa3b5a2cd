using System.Collections;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer.Tests.Catalogue;

/// <summary>A rule is a ring: id, descriptor, texts, release entry, page, row, examples, analyzer. None is missing, and none is left over.</summary>
public class RingTests
{
    private const string _pages = "https://github.com/lockgraph/lockgraph/blob/main/";

    private static readonly string[] _parts = ["Title", "Message", "Description"];

    public static IEnumerable<object[]> Ids => RuleCatalogue.Ids.Select(id => new object[] { id });

    [Fact]
    public void Ids_AreUniqueAndLieInTheirBlocks()
    {
        Assert.Equal(RuleCatalogue.Ids.Distinct(), RuleCatalogue.Ids);
        Assert.All(RuleCatalogue.Ids, id => Assert.Matches(@"^LG[1239]\d{3}$", id));
    }

    [Fact]
    public void Descriptors_AreThoseOfTheIds_Sorted() => Assert.Equal(RuleCatalogue.Ids, Descriptors.All.Select(rule => rule.Id));

    [Fact]
    public void Analyzers_SupportEveryRuleAndNoOther() => Assert.Equal(
        RuleCatalogue.Ids,
        ExampleCompilation.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Descriptor_IsComplete(string id)
    {
        DiagnosticDescriptor rule = Descriptors.Of(id);
        Assert.Equal(RuleCatalogue.CategoryOfBlock[id[..3]], rule.Category);
        Assert.True(rule.IsEnabledByDefault);
        Assert.Equal(_pages + RulePage.FileOf(id), rule.HelpLinkUri);
        Assert.DoesNotContain("\n", RuleCatalogue.TitleOf(id), StringComparison.Ordinal);
        Assert.False(RuleCatalogue.TitleOf(id).EndsWith('.'));
        Assert.EndsWith(".", rule.Description.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void RulesOfTheWholeProgram_AreTaggedAsSuch() => Assert.Equal(
        [RuleIds.Inversion, RuleIds.GuardedInversion, RuleIds.TypeInitializers, RuleIds.InferredGuard],
        Descriptors.All.Where(rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd)).Select(rule => rule.Id));

    [Fact]
    public void Texts_AreThoseOfTheRules()
    {
        IEnumerable<string> written = Strings.Resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Select(entry => (string)entry.Key);
        Assert.Equal(RuleCatalogue.Ids.SelectMany(id => _parts.Select(part => id + part)).Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Titles_AreUnique() => Assert.Equal(RuleCatalogue.Ids.Count, RuleCatalogue.Ids.Select(RuleCatalogue.TitleOf).Distinct().Count());

    [Fact]
    public void ReleaseEntries_AreThoseOfTheRules()
    {
        string[] entries =
        [
            .. from file in (string[])["src/Analyzer/AnalyzerReleases.Shipped.md", "src/Analyzer/AnalyzerReleases.Unshipped.md"]
               from line in RepositoryFiles.Read(file).Split('\n')
               where line.StartsWith("LG", StringComparison.Ordinal)
               select string.Join(" | ", line.Split('|').Take(3).Select(cell => cell.Trim())),
        ];
        Assert.Equal(Descriptors.All.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity}"), entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ReleaseNotes_NameTitleAndPage() => Assert.All(Descriptors.All, rule => Assert.Contains(
        $"{RuleCatalogue.TitleOf(rule.Id)}, [page]({rule.HelpLinkUri})", RepositoryFiles.Read("src/Analyzer/AnalyzerReleases.Unshipped.md"), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void HelpLink_LeadsToAPage(string id)
    {
        string link = Descriptors.Of(id).HelpLinkUri;
        Assert.StartsWith(_pages, link, StringComparison.Ordinal);
        Assert.True(RepositoryFiles.Exists(link[_pages.Length..]), link);
    }

    [Fact]
    public void Pages_AreThoseOfTheRules() => Assert.Equal(
        RuleCatalogue.Ids,
        RepositoryFiles.Under("docs/rules", ".md").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name is not ("README" or "options")));

    [Fact]
    public void Table_HasARowForEachRule()
    {
        string[][] rows =
        [
            .. RepositoryFiles.Read("docs/rules/README.md").Split('\n')
                .Where(line => line.StartsWith("| [LG", StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
        ];
        Assert.Equal(
            RuleCatalogue.Ids.Select(id => $"[{id}]({id}.md) | {RuleCatalogue.TitleOf(id)} | {RuleCatalogue.DefaultOf(id)}"),
            rows.Select(row => string.Join(" | ", row.Take(3))));
        Assert.All(rows, row => Assert.Equal(6, row.Length));
        Assert.All(rows, row => Assert.Equal(IsOfTheEndOnly(row[0][1..7]), row[3] == "build"));
    }

    private static bool IsOfTheEndOnly(string id) => Descriptors.Of(id).CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd);
}
