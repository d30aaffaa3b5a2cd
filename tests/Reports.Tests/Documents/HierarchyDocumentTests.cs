using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LockGraph.Reports.Tests.Documents;

/// <summary>Every format at three sizes, held to files that people have read; and what makes such files worth committing.</summary>
public sealed partial class HierarchyDocumentTests
{
    private static readonly (HierarchyFormat Format, string Ending)[] _formats =
    [
        (HierarchyFormat.Markdown, ".md"), (HierarchyFormat.Html, ".html"), (HierarchyFormat.Svg, ".svg"),
        (HierarchyFormat.Mermaid, ".mmd"), (HierarchyFormat.Dot, ".dot"), (HierarchyFormat.Json, ".json"),
    ];

    public static TheoryData<string> Sizes => ["five", "ring", "large"];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Document_ReadsAsApproved(string size)
    {
        SnapshotBuilder hierarchy = Hierarchy(size);
        GoldenFile.Match(_formats.ToDictionary(one => "hierarchy-" + size + one.Ending, one => Render(hierarchy, one.Format)));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void SameKnowledgeInAnotherOrder_SameBytes(string size)
    {
        SnapshotBuilder hierarchy = Hierarchy(size);
        foreach ((HierarchyFormat format, _) in _formats)
        {
            string expected = Render(hierarchy, format);
            for (int seed = 1; seed <= 3; seed++)
            {
                Assert.Equal(expected, HierarchyDocument.Render("Example", hierarchy.Shuffled(seed), hierarchy.Declared, format));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Document_HoldsNothingThatMovesWhileTheOrderDoesNot(string size)
    {
        SnapshotBuilder hierarchy = Hierarchy(size);
        Assert.All(_formats, one =>
        {
            string document = Render(hierarchy, one.Format);
            Assert.DoesNotMatch(SourceLine(), document);
            Assert.DoesNotContain("/somewhere", document, StringComparison.Ordinal);
            Assert.DoesNotContain("thread 4", document, StringComparison.Ordinal);
            Assert.DoesNotContain("run of yesterday", document, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', document);
            Assert.EndsWith("\n", document, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Svg_IsWellFormedAndLoadsNothing(string size)
    {
        string svg = Render(Hierarchy(size), HierarchyFormat.Svg);
        Assert.Equal("svg", XDocument.Parse(svg).Root!.Name.LocalName);
        Assert.DoesNotContain("href", svg, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", svg, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Html_NeedsNoNetworkAndNoScript(string size)
    {
        string html = Render(Hierarchy(size), HierarchyFormat.Html);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("color-scheme:light dark", html, StringComparison.Ordinal);
    }

    [Fact]
    public void NoLocks_IsADocumentAllTheSame()
    {
        var nothing = new SnapshotBuilder();
        Assert.All(_formats, one => Assert.NotEmpty(Render(nothing, one.Format)));
        Assert.Contains("0 locks, none of them nested in another. No open findings.", Render(nothing, HierarchyFormat.Markdown), StringComparison.Ordinal);
    }

    private static SnapshotBuilder Hierarchy(string size) => size switch
    {
        "five" => Hierarchies.Luo(),
        "ring" => Hierarchies.Ring(),
        _ => Hierarchies.Large(),
    };

    private static string Render(SnapshotBuilder hierarchy, HierarchyFormat format) =>
        HierarchyDocument.Render("Example", hierarchy.Snapshot, hierarchy.Declared, format);

    [GeneratedRegex(@"\.cs:\d")]
    private static partial Regex SourceLine();
}
