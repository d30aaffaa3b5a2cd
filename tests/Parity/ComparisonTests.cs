using LockGraph.Parity.Tests.Suite;

namespace LockGraph.Parity.Tests;

/// <summary>The comparison misses nothing: it is tried on the run of a fixture with every part of its verdict bent.</summary>
public class ComparisonTests
{
    private static readonly Fixture _guilty = Fixture.All["Lock.Nested"];
    private static readonly Fixture _clean = Fixture.All["Lock.Nested.Clean"];
    private static readonly Finding _found = Assert.Single(_guilty.Run.Findings);

    [Fact]
    public void VerdictAsExpected_IsNoProblem() => Assert.Empty(Problems(_guilty, _found));

    [Fact]
    public void Silence_IsMissing() => Assert.StartsWith("missing: LG1002", Assert.Single(Problems(_guilty)), StringComparison.Ordinal);

    [Fact]
    public void FindingOnCleanCode_IsTooMuch() => Assert.StartsWith("too much: LG1002", Assert.Single(Problems(_clean, _found)), StringComparison.Ordinal);

    [Fact]
    public void AnotherFindingBesideTheExpectedOne_IsTooMuch() =>
        Assert.StartsWith("too much: LG2004", Assert.Single(Problems(_guilty, _found, _found with { Rule = "LG2004" })), StringComparison.Ordinal);

    [Fact]
    public void AnotherLine_IsNotTheVerdict() => Assert.Equal(2, Problems(_guilty, _found with { Line = 1 }).Count);

    [Fact]
    public void AnotherRule_IsNotTheVerdict() => Assert.Equal(2, Problems(_guilty, _found with { Rule = "LG1006" }).Count);

    [Fact]
    public void OtherClasses_AreNotTheVerdict() => Assert.Equal(2, Problems(_guilty, _found with { Classes = "Ledger._entries > Ledger._audit" }).Count);

    [Fact]
    public void ClassesThatStandInTheSentenceOnly_AreLookedForThere()
    {
        Assert.Empty(Problems(_guilty, _found with { Classes = null }));
        Assert.Equal(2, Problems(_guilty, _found with { Classes = null, Sentence = "Lock-order inversion." }).Count);
    }

    [Fact]
    public void PlaceInTheSentenceThatHasNoMark_IsUnmarked() => Assert.StartsWith(
        "unmarked: line 7",
        Assert.Single(Problems(_guilty, _found with { Sentence = _found.Sentence + " Or so (Lock.Nested.cs:7)." })),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("a(); // expects: LG1002 A.x > A.y")]
    [InlineData("a(); // expect LG1002 A.x > A.y")]
    [InlineData("a(); // expect: 1002")]
    [InlineData("a(); // expect: LG1002")]
    public void MarkThatCannotBeRead_Fails(string line) => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Expectation.Read("X.cs", line));

    [Fact]
    public void Marks_AreReadEachForItself()
    {
        IReadOnlyList<Expectation> read = Expectation.Read("X.cs", "a(); // expect: LG1003 A.x; LG1005 A.x // expect-run: LG2004 A.x\nb(); // expect-any: LG3001 A.x\nc(); // expect-any: LG3001 A.x");
        Assert.Equal(
            ["LG1003 A.x at line 1 Both", "LG1005 A.x at line 1 Both", "LG2004 A.x at line 1 Run", "LG3001 A.x at line 2 or 3 Both"],
            read.Select(verdict => verdict + " " + verdict.Judges));
    }

    [Theory]
    [InlineData("Lock.Leak ended while it held A.x.", "ended while it held A.x.")]
    [InlineData("A.x #2 is acquired while A.x #1 of the same class is held.", "A.x is acquired while A.x of the same class is held.")]
    [InlineData("A.y is acquired while A.x is held (Lock.Nested.cs:12), and so on.", "A.y is acquired while A.x is held, and so on.")]
    [InlineData("station.track#2 is one more.", "station.track#2 is one more.")]
    public void Words_AreThoseOfEveryRun(string sentence, string words) => Assert.Equal(words, new Finding("LG1002", 1, null, sentence).Words);

    private static IReadOnlyList<string> Problems(Fixture fixture, params Finding[] found) => Comparison.Problems(fixture, Witnesses.Run, found);
}
