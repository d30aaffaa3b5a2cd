using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer.Tests.Catalogue;

/// <summary>What the page of the options shows is what the compiler reads.</summary>
public partial class OptionsPageTests
{
    private static readonly string _page = RepositoryFiles.Read("docs/rules/options.md");

    [Fact]
    public void Table_HasARowForEachOption()
    {
        IEnumerable<string> known = typeof(OptionNames).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(known.Order(StringComparer.Ordinal), OptionRow().Matches(_page).Select(row => row.Groups["name"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Example_IsReadInFull()
    {
        string example = Block().Matches(_page).Select(block => block.Groups["text"].Value).Single(text => text.Contains("lockgraph.", StringComparison.Ordinal));
        ImmutableDictionary<string, string> read = Read(example);
        string[][] written = [.. example.Split('\n').Where(line => line.Contains(" = ", StringComparison.Ordinal)).Select(line => line.Split(" = "))];
        Assert.NotEmpty(written);
        Assert.All(written, pair => Assert.Equal(pair[1], read[pair[0]]));
    }

    [Fact]
    public void Semicolon_BeginsAComment() => Assert.Equal("Shop.Legacy", Read("[*.cs]\nlockgraph.exclude = Shop.Legacy; Shop.Other\n")[OptionNames.Exclude]);

    private static ImmutableDictionary<string, string> Read(string text) =>
        AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(text, "/.editorconfig"))).GetOptionsForSourcePath("/Source.cs").AnalyzerOptions;

    [GeneratedRegex(@"^\| `(?<name>lockgraph\.\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex OptionRow();

    [GeneratedRegex(@"^```ini\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
