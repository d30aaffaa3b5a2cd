using LockGraph.Cli.Docs;

namespace LockGraph.Cli.Tests.Docs;

public sealed class LineDifferenceTests
{
    [Fact]
    public void EqualTexts_HaveNone() => Assert.Empty(LineDifference.Of("a\nb\n", "a\nb\n").Lines);

    [Fact]
    public void ChangedLine_IsShownWithTwoLinesAround() => Assert.Equal(
        ["@ line 2", "  b", "  c", "- d", "+ D", "  e", "  f"],
        LineDifference.Of("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nD\ne\nf\ng").Lines);

    [Fact]
    public void DistantChanges_AreTwoPlaces() => Assert.Equal(
        ["@ line 1", "- a", "  b", "  c", "@ line 8", "  h", "  i", "+ J"],
        LineDifference.Of("a\nb\nc\nd\ne\nf\ng\nh\ni", "b\nc\nd\ne\nf\ng\nh\ni\nJ").Lines);

    [Fact]
    public void MovedLine_IsGoneAndNew()
    {
        var difference = LineDifference.Of("a\nb\nc", "b\nc\na");
        Assert.Equal((1, 1), (difference.Gone, difference.Added));
    }

    [Fact]
    public void LongDifference_IsCutAndSaysSo()
    {
        string after = string.Join('\n', Enumerable.Range(0, 500));
        IReadOnlyList<string> lines = LineDifference.Of("", after).Lines;
        Assert.Equal(81, lines.Count);
        Assert.Matches("^… and [0-9]+ more lines$", lines[^1]);
    }
}
