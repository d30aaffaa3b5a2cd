using System.Text.RegularExpressions;

namespace LockGraph.Parity.Tests.Suite;

/// <summary>A verdict that stands in a fixture, on the line that deserves it.</summary>
/// <param name="Rule">The rule of the catalogue.</param>
/// <param name="Classes">Lock classes as the fixture names them, outer first: <c>Ledger._entries > Ledger._totals</c>.</param>
/// <param name="Lines">Where it may be reported; one of them is enough, and no other line will do.</param>
/// <param name="Judges">Who can say it.</param>
internal sealed partial record Expectation(string Rule, string Classes, IReadOnlyList<int> Lines, Witnesses Judges)
{
    /// <summary>
    /// Reads <c>// expect: LG1002 A > B</c> (this line) and <c>// expect-any: LG1002 A > B</c> (one of the lines so marked with these
    /// classes). <c>// expect-run:</c> and <c>// expect-static:</c> are verdicts of one witness; the head of the file says why it is alone
    /// (<c>// differs: reason</c>). Several verdicts on one line are parted by semicolons, several marks stand one after the other.
    /// </summary>
    public static IReadOnlyList<Expectation> Read(string file, string source)
    {
        var exact = new List<Expectation>();
        var shared = new Dictionary<(string Rule, string Classes), List<int>>();
        foreach ((int index, string line) in source.Split('\n').Index())
        {
            string place = $"{file}:{index + 1}";
            foreach (string mark in line.Split("// expect").Skip(1))
            {
                Match read = Mark().Match(mark);
                Assert.True(read.Success, place + ": a mark that cannot be read.");
                string kind = read.Groups["kind"].Value;
                foreach ((string Rule, string Classes) verdict in Verdicts(read.Groups["verdicts"].Value, place))
                {
                    if (kind != "any")
                    {
                        exact.Add(new Expectation(verdict.Rule, verdict.Classes, [index + 1], JudgesOf(kind)));
                    }
                    else if (shared.TryGetValue(verdict, out List<int>? lines))
                    {
                        lines.Add(index + 1);
                    }
                    else
                    {
                        shared[verdict] = [index + 1];
                    }
                }
            }
        }

        return [.. exact, .. shared.Select(verdict => new Expectation(verdict.Key.Rule, verdict.Key.Classes, verdict.Value, Witnesses.Both))];
    }

    public override string ToString() => $"{Rule} {Classes} at line {string.Join(" or ", Lines)}";

    private static IEnumerable<(string Rule, string Classes)> Verdicts(string written, string place)
    {
        foreach (string verdict in written.Split(';', StringSplitOptions.TrimEntries))
        {
            Match read = Verdict().Match(verdict);
            Assert.True(read.Success, $"{place}: '{verdict}' is no rule with classes.");
            yield return (read.Groups["rule"].Value, read.Groups["classes"].Value);
        }
    }

    private static Witnesses JudgesOf(string kind) => kind switch
    {
        "run" => Witnesses.Run,
        "static" => Witnesses.Analysis,
        _ => Witnesses.Both,
    };

    // What is left of a line after its "// expect".
    [GeneratedRegex(@"^(-(?<kind>any|run|static))?: (?<verdicts>LG.+?)\s*$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?<rule>LG\d{4}) (?<classes>\S.*)$")]
    private static partial Regex Verdict();
}

/// <summary>Who judges a fixture.</summary>
[Flags]
internal enum Witnesses
{
    None = 0,
    Run = 1,
    Analysis = 2,
    Both = Run | Analysis,
}
