namespace LockGraph.Analyzer.Tests.Catalogue;

/// <summary>Every page answers the same questions in the same order, and shows what its examples show.</summary>
public class PageTests
{
    private static readonly string[] _questions =
    [
        "In one sentence",
        "Example that breaks",
        "What can happen",
        "How to fix",
        "At run time",
        "When it is silent",
        "While typing or only on build",
        "Suppress with a reason",
        "Since",
    ];

    public static IEnumerable<object[]> Ids => RuleCatalogue.Ids.Select(id => new object[] { id });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_HasTheTitleOfItsRule(string id) => Assert.Equal($"# {id}: {RuleCatalogue.TitleOf(id)}", RulePage.Of(id).Title);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_AnswersTheQuestions(string id) => Assert.Equal(_questions, RulePage.Of(id).Headings);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_SaysItsDefault(string id) => Assert.Contains(
        $"| {RuleCatalogue.DefaultOf(id)} | {RuleCatalogue.CategoryOfBlock[id[..3]]} |", RulePage.Of(id).Text, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_ShowsExamplesOfItsRule(string id)
    {
        string[] examples = [.. RuleExample.Of(id).Select(example => Plain(example.Text))];
        IReadOnlyList<string> shown = RulePage.Of(id).Code;
        Assert.True(shown.Count >= 2, "one that breaks, one that does not");
        Assert.All(shown, block => Assert.Contains(examples, example => example.Contains(Plain(block), StringComparison.Ordinal)));
        Assert.Matches(@"// (?:LG\d{4}, )*" + id + @"\b", shown[0]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_NamesTheSuppression(string id) => Assert.Contains(
        $"[SuppressMessage(\"{Descriptors.Of(id).Category}\", \"{id}\", Justification = \"", RulePage.Of(id).Text, StringComparison.Ordinal);

    // A page may show one member of a class: indentation and empty lines differ, nothing else.
    private static string Plain(string code) =>
        "\n" + string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)) + "\n";
}
