using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer.Tests.Catalogue;

/// <summary>The examples of the pages compile, and are judged as they say.</summary>
public class ExampleTests
{
    public static IEnumerable<object[]> Examples => RuleExample.All.Select(example => new object[] { example.File });

    public static IEnumerable<object[]> Ids => RuleCatalogue.Ids.Select(id => new object[] { id });

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_Compiles(string file) => Assert.Empty(
        ExampleCompilation.Compile(RuleExample.At(file)).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Example_IsJudgedAsMarked(string file)
    {
        RuleExample example = RuleExample.At(file);
        Nothing(ExampleVerdict.Mismatches(example, await ExampleCompilation.Analyze(example)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_HasAnExampleThatBreaksItAndOneThatDoesNot(string id)
    {
        RuleExample[] examples = [.. RuleExample.Of(id)];
        Assert.Contains(examples, example => example.IsBroken);
        Assert.Contains(examples, example => example.Name == "Repaired");
        Assert.All(examples.Where(example => example.IsBroken), example => Assert.Contains(example.Marks, mark => mark.Id == id));
        Assert.All(examples.Where(example => example.IsClean), example => Assert.Empty(example.Marks));
        Assert.All(examples, example => Assert.True(example.IsBroken || example.IsClean, example.File + ": Broken, Repaired or Silent?"));
    }

    [Fact]
    public void Example_IsOfARuleOrOfTheOptions() =>
        Assert.Subset(new HashSet<string>(RuleCatalogue.Ids.Append("Options")), new HashSet<string>(RuleExample.All.Select(example => example.Subject)));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task QuotedMessage_IsWhatTheAnalyzerSays(string id)
    {
        string[] quoted = [.. RulePage.Of(id).Messages];
        var said = new List<string>();
        foreach (RuleExample example in RuleExample.Of(id).Where(example => example.IsBroken))
        {
            said.AddRange((await ExampleCompilation.Analyze(example)).Where(diagnostic => diagnostic.Id == id).Select(RuleCatalogue.Sentence));
        }

        Assert.NotEmpty(quoted);
        Nothing(
            from line in quoted
            where !said.Exists(full => line.EndsWith('…') ? full.StartsWith(line[..^1], StringComparison.Ordinal) : full == line)
            select $"{RulePage.FileOf(id)} quotes: {line}\nsaid is:\n{string.Join('\n', said)}");
    }

    // Shows every line in full, which the assertions for collections do not.
    private static void Nothing(IEnumerable<string> problems)
    {
        string[] found = [.. problems];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
