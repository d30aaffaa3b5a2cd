namespace LockGraph.Parity.Tests.Suite;

/// <summary>Expected against found: what is missing fails as loudly as what is too much.</summary>
internal static class Comparison
{
    /// <param name="fixture">The fixture with its verdicts.</param>
    /// <param name="isJudge">False when the fixture says that this witness cannot see it: the witness must be silent.</param>
    /// <param name="found">What the witness said.</param>
    public static IReadOnlyList<string> Problems(Fixture fixture, bool isJudge, IReadOnlyList<Finding> found)
    {
        IReadOnlyList<Expectation> expected = isJudge ? fixture.Expected : [];
        return
        [
            .. expected.Where(verdict => !found.Any(finding => finding.Fits(verdict))).Select(verdict => "missing: " + verdict),
            .. found.Where(finding => !expected.Any(finding.Fits)).Select(finding => (isJudge ? "too much: " : "it can see it after all: ") + finding),
        ];
    }

    public static void None(Fixture fixture, IReadOnlyList<string> problems) =>
        Assert.True(problems.Count == 0, fixture.File + Environment.NewLine + string.Join(Environment.NewLine, problems));
}
