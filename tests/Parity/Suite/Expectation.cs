using System.Text.RegularExpressions;

namespace LockGraph.Parity.Tests.Suite;

/// <summary>A verdict that stands in a fixture, on the line that deserves it.</summary>
/// <param name="Rule">The rule of the catalogue.</param>
/// <param name="Classes">Lock classes as the fixture names them, outer first: <c>Ledger._entries > Ledger._totals</c>.</param>
/// <param name="Lines">Where it may be reported; one of them is enough, and no other line will do.</param>
internal sealed partial record Expectation(string Rule, string Classes, IReadOnlyList<int> Lines)
{
    /// <summary>
    /// Reads <c>// expect: LG1002 A > B</c> (this line) and <c>// expect-any: LG1002 A > B</c> (one of the lines so marked with these
    /// classes); several verdicts on one line are parted by a semicolon.
    /// </summary>
    public static IReadOnlyList<Expectation> Read(string file, string source)
    {
        var exact = new List<Expectation>();
        var shared = new Dictionary<(string Rule, string Classes), List<int>>();
        foreach ((int index, string line) in source.Split('\n').Index())
        {
            Match mark = Mark().Match(line);
            if (!mark.Success)
            {
                Assert.False(line.Contains("// expect", StringComparison.Ordinal), $"{file}:{index + 1}: a mark that cannot be read.");
                continue;
            }

            foreach (string verdict in mark.Groups["verdicts"].Value.Split(';', StringSplitOptions.TrimEntries))
            {
                Match read = Verdict().Match(verdict);
                Assert.True(read.Success, $"{file}:{index + 1}: '{verdict}' is no rule with classes.");
                (string Rule, string Classes) key = (read.Groups["rule"].Value, read.Groups["classes"].Value);
                if (!mark.Groups["any"].Success)
                {
                    exact.Add(new Expectation(key.Rule, key.Classes, [index + 1]));
                    continue;
                }

                if (!shared.TryGetValue(key, out List<int>? lines))
                {
                    shared[key] = lines = [];
                }

                lines.Add(index + 1);
            }
        }

        return [.. exact, .. shared.Select(verdict => new Expectation(verdict.Key.Rule, verdict.Key.Classes, verdict.Value))];
    }

    public override string ToString() => $"{Rule} {Classes} at line {string.Join(" or ", Lines)}";

    [GeneratedRegex(@"// expect(?<any>-any)?: (?<verdicts>LG.+?)\s*$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?<rule>LG\d{4}) (?<classes>\S.*)$")]
    private static partial Regex Verdict();
}
