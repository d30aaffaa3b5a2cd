using LockGraph.Core;

namespace LockGraph.Reports.Tests.Documents;

public sealed class OrderTreeTests
{
    [Fact]
    public void Chain_IsOneBranch() => Assert.Equal("a\n  b\n    c", Tree("a>b", "b>c", "a>c"));

    [Fact]
    public void LockWithTwoOuters_StandsBelowBothAndNamesTheOther() =>
        Assert.Equal("a\n  b\n  c\n    d   also inside b", Tree("a>b", "a>c", "b>d", "c>d"));

    [Fact]
    public void TwoOutermost_AreBothAtTheMargin() => Assert.Equal("a\nb\n  c   also inside a", Tree("a>c", "b>c"));

    [Fact]
    public void Leaves_ComeBeforeBranches() => Assert.Equal("a\n  z\n  b\n    c", Tree("a>z", "a>b", "b>c"));

    [Fact]
    public void Ring_StandsUnderALineOfItsOwn() =>
        Assert.Equal("a\n  ! 2 locks in conflicting order:\n    ! b\n    ! c\n      d", Tree("a>b", "b>c", "c>b", "c>d"));

    [Fact]
    public void EveryLockOnce_BelowAllThatAreOutsideIt()
    {
        SnapshotBuilder large = Hierarchies.Large();
        Hierarchy hierarchy = Assert.Single(HierarchyBuilder.Build("x", large.Snapshot, large.Declared).Hierarchies);
        List<string> lines = [.. OrderTree.Of(hierarchy).Where(line => line.Lock is not null).Select(line => line.Lock!.Name)];
        Assert.Equal(hierarchy.Locks.Select(one => one.Name).Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
        Assert.All(hierarchy.Edges.Where(edge => !edge.IsInRing), edge => Assert.True(lines.IndexOf(edge.Outer) < lines.IndexOf(edge.Inner)));
    }

    private static string Tree(params string[] edges)
    {
        var builder = new SnapshotBuilder();
        foreach (string name in edges.SelectMany(edge => edge.Split('>')).Distinct())
        {
            builder.Lock(name);
        }

        foreach (string[] ends in edges.Select(edge => edge.Split('>')))
        {
            builder.Edge(ends[0], ends[1], EdgeProvenance.Static);
        }

        Hierarchy hierarchy = Assert.Single(HierarchyBuilder.Build("x", builder.Snapshot, builder.Declared).Hierarchies);

        // Without the column of modes, which is the same on every line here.
        return string.Join('\n', TreeText.Of(hierarchy).Select(line => System.Text.RegularExpressions.Regex.Replace(line, " +write", "").TrimEnd()));
    }
}
