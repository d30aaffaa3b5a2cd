using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using LockGraph.Core;

namespace LockGraph.Reports.Tests.Documents;

/// <summary>Names are text, whatever they contain: each format is read back as its reader reads it.</summary>
public sealed partial class EscapingTests
{
    private const string _nasty = "N.Pool<T>.Of \"x\" `y` \\z [a] {b} (c) |d| #e; &lt; %% *f* _g_ : ~ @h";

    public static TheoryData<string> Names => [_nasty, "Pool<TKey,TValue>._free", "&session->mutex", "&quot;", "a\\", "\"", "end", "1. first", "subgraph x", "-- x -->"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mermaid_LabelGivesTheNameBack(string name)
    {
        string chart = Render(name, HierarchyFormat.Mermaid);
        string[] labels = [.. MermaidBox().Matches(chart).Select(match => match.Groups["label"].Value)];
        Assert.Equal(2, labels.Length);
        Assert.Contains(name, labels.Select(label => Decoded(label.Split("<br>")[0])));
        Assert.DoesNotContain(labels, label => label.Split("<br>")[0].IndexOfAny(['"', '<', '>', '`', '\\', '[', ']', '|']) >= 0);
        Assert.All(chart.TrimEnd('\n').Split('\n').Skip(1), line => Assert.Matches(MermaidLine(), line));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Dot_LabelGivesTheNameBack(string name)
    {
        string dot = Render(name, HierarchyFormat.Dot);
        string[] labels = [.. DotBox().Matches(dot).Select(match => match.Groups["label"].Value)];
        Assert.Equal(2, labels.Length);
        Assert.Contains(name, labels.Select(label => WebUtility.HtmlDecode(DotEscape().Replace(label[..label.LastIndexOf("\\nTrackedLock", StringComparison.Ordinal)], "$1"))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Markdown_CellsAreAsManyAsColumns(string name)
    {
        string[] lines = Render(name, HierarchyFormat.Markdown).Split('\n');
        int head = Array.FindIndex(lines, line => line.StartsWith("| lock |", StringComparison.Ordinal));
        Assert.Equal(8, Cells(lines[head]));
        Assert.Equal(8, Cells(lines[head + 2]));
        Assert.Equal(8, Cells(lines[head + 3]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Svg_GivesTheNameBack(string name)
    {
        XDocumentText svg = new(Render(name, HierarchyFormat.Svg));
        Assert.Contains(name, svg.Titles);
    }

    [Fact]
    public void CodeWithBackticks_IsFencedByMore() => Assert.Equal("``a`b`` and `` `c ``", HierarchyMarkdown.Inline(Phrase.Code("a`b") + " and " + Phrase.Code("`c")));

    [Fact]
    public void TextWithMarks_IsText() => Assert.Equal("cash \\| &lt;b> \\*x\\* \\_y\\_ &amp;amp;", HierarchyMarkdown.Inline("cash | <b> *x* _y_ &amp;"));

    [Fact]
    public void NamesInASentence_AreCodeLongestFirst() =>
        Assert.Equal("`A.B` under `A`.", HierarchyMarkdown.Inline(Phrase.WithCode("A.B under A.", ["A", "A.B"])));

    private static string Render(string name, HierarchyFormat format)
    {
        SnapshotBuilder builder = new SnapshotBuilder().Lock(name).Lock("zz").Edge(name, "zz", EdgeProvenance.Static);
        return HierarchyDocument.Render("Example", builder.Snapshot, builder.Declared, format);
    }

    private static int Cells(string row) => Bar().Count(row) - 1;

    private static string Decoded(string label) => MermaidEntity().Replace(label, match => match.Groups["name"].Value is var entity && char.IsAsciiDigit(entity[0])
        ? ((char)int.Parse(entity, CultureInfo.InvariantCulture)).ToString()
        : WebUtility.HtmlDecode("&" + entity + ";"));

    [GeneratedRegex("^ *n\\d+\\[\"(?<label>[^\"]*)\"\\]$", RegexOptions.Multiline)]
    private static partial Regex MermaidBox();

    [GeneratedRegex("^  (n\\d+\\[\"[^\"]+\"\\]|n\\d+ (-->|-\\.->|<-->) n\\d+|linkStyle .+|style .+|classDef .+|class .+)$")]
    private static partial Regex MermaidLine();

    [GeneratedRegex("#(?<name>\\w+);")]
    private static partial Regex MermaidEntity();

    [GeneratedRegex("^ *n\\d+ \\[label=\"(?<label>(?:[^\"\\\\]|\\\\.)*)\"\\]$", RegexOptions.Multiline)]
    private static partial Regex DotBox();

    [GeneratedRegex("\\\\(.)")]
    private static partial Regex DotEscape();

    // A bar that is not escaped.
    [GeneratedRegex("(?<!\\\\)\\|")]
    private static partial Regex Bar();

    private sealed class XDocumentText(string svg)
    {
        public IEnumerable<string> Titles => System.Xml.Linq.XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "title").Select(element => element.Value);
    }
}
