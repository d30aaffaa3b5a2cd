using System.Globalization;
using System.Text.RegularExpressions;

namespace LockGraph.Parity.Tests.Suite;

/// <summary>What one of the witnesses said of a fixture.</summary>
/// <param name="Rule">The rule of the catalogue.</param>
/// <param name="Line">The guilty line; 0 when the witness knows none.</param>
/// <param name="Classes">Lock classes, outer first; <see langword="null"/> when they stand in the sentence only.</param>
/// <param name="Sentence">The words, without the fixture's namespace.</param>
internal sealed partial record Finding(string Rule, int Line, string? Classes, string Sentence)
{
    /// <summary>The words without what is of one run (which instance, which thread), and without the places, which are compared by line.</summary>
    public string Words => Flow().Replace(Instance().Replace(Site().Replace(Sentence, ""), ""), "");

    /// <summary>The lines that the sentence names: a call that leads to an acquisition, or the acquisition.</summary>
    public IEnumerable<int> Sites => Site().Matches(Sentence).Select(site => int.Parse(site.Groups["line"].Value, CultureInfo.InvariantCulture));

    public bool Fits(Expectation expected) =>
        Rule == expected.Rule && (Line == 0 || expected.Lines.Contains(Line)) && (Classes is null ? Names(expected) : Classes == expected.Classes);

    public override string ToString() => $"{Rule} {Classes} at line {Line}: {Sentence}";

    private bool Names(Expectation expected) =>
        expected.Classes.Split(" > ").All(name => Sentence.Contains(name, StringComparison.Ordinal));

    [GeneratedRegex(@" \([^\s()]+\.cs:(?<line>\d+)\)")]
    private static partial Regex Site();

    [GeneratedRegex(@" #\d+\b")]
    private static partial Regex Instance();

    [GeneratedRegex(@"^.+ (?=ended while it held )")]
    private static partial Regex Flow();
}
