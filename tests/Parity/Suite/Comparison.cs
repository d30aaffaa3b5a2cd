namespace LockGraph.Parity.Tests.Suite;

/// <summary>Expected against found: what is missing fails as loudly as what is too much.</summary>
internal static class Comparison
{
    /// <param name="fixture">The fixture with its verdicts.</param>
    /// <param name="witness">Who said it.</param>
    /// <param name="found">What the witness said.</param>
    public static IReadOnlyList<string> Problems(Fixture fixture, Witnesses witness, IReadOnlyList<Finding> found)
    {
        Expectation[] expected = [.. fixture.Expected.Where(verdict => (verdict.Judges & witness) != 0)];
        return
        [
            .. expected.Where(verdict => !found.Any(finding => finding.Fits(verdict))).Select(verdict => "missing: " + verdict),
            .. found.Where(finding => !expected.Any(finding.Fits)).Select(finding => "too much: " + finding),
            .. from finding in found
               let verdicts = expected.Where(finding.Fits).ToList()
               from site in finding.Sites
               where verdicts.Count > 0 && !verdicts.Exists(verdict => verdict.Lines.Contains(site))
               select $"unmarked: line {site} is named in {finding}",
        ];
    }

    public static void None(Fixture fixture, IReadOnlyList<string> problems) =>
        Assert.True(problems.Count == 0, fixture.File + Environment.NewLine + string.Join(Environment.NewLine, problems));
}
