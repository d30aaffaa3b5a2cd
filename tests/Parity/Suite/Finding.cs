using System.Text.RegularExpressions;

namespace LockGraph.Parity.Tests.Suite;

/// <summary>What one of the witnesses said of a fixture.</summary>
/// <param name="Rule">The rule of the catalogue.</param>
/// <param name="Line">The guilty line; 0 when the witness knows none.</param>
/// <param name="Classes">Lock classes, outer first; <see langword="null"/> when they stand in the sentence only.</param>
/// <param name="Sentence">The words, without the fixture's namespace.</param>
internal sealed partial record Finding(string Rule, int Line, string? Classes, string Sentence)
{
    /// <summary>The words without what is of one run: which instance, which thread.</summary>
    public string Words => Flow().Replace(Instance().Replace(Sentence, ""), "");

    public bool Fits(Expectation expected) =>
        Rule == expected.Rule && (Line == 0 || expected.Lines.Contains(Line)) && (Classes is null ? Names(expected) : Classes == expected.Classes);

    public override string ToString() => $"{Rule} {Classes} at line {Line}: {Sentence}";

    private bool Names(Expectation expected) =>
        expected.Classes.Split(" > ").All(name => Sentence.Contains(name, StringComparison.Ordinal));

    [GeneratedRegex(@" #\d+\b")]
    private static partial Regex Instance();

    [GeneratedRegex(@"^.+ (?=ended while it held )")]
    private static partial Regex Flow();
}
