using System.Text.RegularExpressions;
using LockGraph.Analyzer.Tests.Catalogue;

namespace LockGraph.Analyzer.Tests.Cases;

/// <summary>A file below <c>Fixtures</c>: a program of its own, with what is expected at the end of each guilty line.</summary>
/// <remarks>
/// <c>// expect: LG2001</c>: reported on this line. <c>// expect-any: LG1002</c>: on at least one of the lines so marked (of the group that a letter after
/// the id names). <c>// known-miss: LG1002 reason</c> and <c>// known-alarm: LG1002 reason</c>: what we know to be wrong with the analyzer; such a mark that
/// is no longer true fails. <c>// uses: product</c> in the first line compiles against the product instead of the bare attributes;
/// <c>// option: lockgraph.held_limit = 3</c> there sets an option.
/// </remarks>
internal sealed partial class Fixture
{
    public const string Folder = "tests/Analyzer.Tests/Cases/Fixtures";

    /// <param name="file">Path from the root.</param>
    /// <param name="text">What stands in it.</param>
    public Fixture(string file, string text)
    {
        File = file;
        Text = text;
        Marks =
        [
            .. from line in text.Split('\n').Index()
               from mark in Mark().Matches(line.Item)
               from id in mark.Groups["ids"].Value.Split(", ")
               select new ExpectedLine(line.Index + 1, id, mark.Groups["kind"].Value, mark.Groups["group"].Value),
        ];
    }

    public static IReadOnlyList<Fixture> All { get; } = [.. RepositoryFiles.Under(Folder, ".cs").Select(file => new Fixture(file, RepositoryFiles.Read(file)))];

    /// <summary>Path from the root.</summary>
    public string File { get; }

    public string Text { get; }

    public string Feature => File.Split('/')[^2];

    public string Name => Path.GetFileNameWithoutExtension(File);

    public IReadOnlyList<ExpectedLine> Marks { get; }

    /// <summary>True when nothing is wrong with the program.</summary>
    public bool IsClean => !Marks.Any(mark => mark.Kind is "expect" or "expect-any" or "known-miss");

    public bool AgainstProduct => Text.StartsWith("// uses: product", StringComparison.Ordinal);

    /// <summary>The option that the fixture sets, as in <c>.editorconfig</c>.</summary>
    public IReadOnlyDictionary<string, string> Options => Option().Matches(Text).ToDictionary(option => option.Groups["key"].Value, option => option.Groups["value"].Value);

    public override string ToString() => Feature + "/" + Name;

    [GeneratedRegex(@"// (?<kind>expect|expect-any|known-miss|known-alarm): (?<ids>(?:LG|AD)\d{4}(?:, LG\d{4})*)(?: (?<group>[^/].*?))?(?= // |$)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\A// option: (?<key>\S+) = (?<value>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Option();
}

/// <param name="Line">Counted from 1.</param>
/// <param name="Id">The rule.</param>
/// <param name="Kind">The word before the colon.</param>
/// <param name="Group">What stands after the rule: the group of an <c>expect-any</c>, the reason of what is known.</param>
internal sealed record ExpectedLine(int Line, string Id, string Kind, string Group);
