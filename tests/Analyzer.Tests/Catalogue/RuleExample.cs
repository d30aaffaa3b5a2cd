using System.Text.RegularExpressions;

namespace LockGraph.Analyzer.Tests.Catalogue;

/// <summary>A file of <c>tests/RuleExamples</c>: a compilation of its own, with <c>// LG1001</c> at the end of each guilty line.</summary>
/// <remarks><c>Broken*</c> files show the rule of their folder, <c>Repaired*</c> and <c>Silent*</c> files show that it, and every other one, is silent.</remarks>
internal sealed partial class RuleExample
{
    /// <param name="file">Path from the root.</param>
    /// <param name="text">What stands in it.</param>
    public RuleExample(string file, string text)
    {
        File = file;
        Text = text;
        Marks =
        [
            .. from line in Text.Split('\n').Index()
               let mark = Mark().Match(line.Item)
               where mark.Success
               from id in mark.Groups["ids"].Value.Split(", ")
               select (line.Index + 1, id),
        ];
    }

    public static IReadOnlyList<RuleExample> All { get; } = [.. RepositoryFiles.Under("tests/RuleExamples", ".cs").Select(file => new RuleExample(file, RepositoryFiles.Read(file)))];

    /// <summary>Path from the root.</summary>
    public string File { get; }

    /// <summary>The rule that the example is about, or the subject of a page that is about no single rule.</summary>
    public string Subject => File.Split('/')[^2];

    public string Name => Path.GetFileNameWithoutExtension(File);

    public bool IsBroken => Name.Split('.')[0] == "Broken";

    public bool IsClean => Name.Split('.')[0] is "Repaired" or "Silent";

    public string Text { get; }

    /// <summary>What has to be reported: line, counted from 1, and rule.</summary>
    public IReadOnlyList<(int Line, string Id)> Marks { get; }

    public static RuleExample At(string file) => All.Single(example => example.File == file);

    public static IEnumerable<RuleExample> Of(string id) => All.Where(example => example.Subject == id);

    public override string ToString() => File;

    [GeneratedRegex(@"// (?<ids>LG\d{4}(?:, LG\d{4})*)$")]
    private static partial Regex Mark();
}
