using LockGraph.Core;

namespace LockGraph.Reports.Tests.Documents;

public sealed class HierarchyModelTests
{
    private const EdgeProvenance _static = EdgeProvenance.Static;

    [Fact]
    public void Edge_StandsAsPromiseAndCodeCompare()
    {
        Hierarchy hierarchy = Only(new SnapshotBuilder().Lock("a").Lock("b").Lock("c").Lock("d")
            .Edge("a", "b", _static).Edge("a", "c", _static).Edge("d", "a", _static).Edge("c", "b", EdgeProvenance.Observed)
            .Chain("Order.cs:1", "a", "b", "c"));
        Assert.Equal(
            ["a>b DeclaredAndSeen", "a>c DeclaredAndSeen", "b>c DeclaredOnly", "c>b AgainstDeclared", "d>a SeenOnly"],
            hierarchy.Edges.Select(edge => $"{edge.Outer}>{edge.Inner} {edge.Standing}"));
        Assert.Equal(["a", "b", "c"], hierarchy.Edges[1].Path);
    }

    [Fact]
    public void LocksThatNeverMeet_AreTwoHierarchiesAndLocksAlone()
    {
        HierarchyModel model = Model(new SnapshotBuilder().Lock("a").Lock("b").Lock("x.c").Lock("x.d").Lock("x.e").Lock("z")
            .Edge("a", "b", _static).Edge("x.c", "x.d", _static).Edge("x.d", "x.e", _static));
        Assert.Equal(["x", "a"], model.Hierarchies.Select(hierarchy => hierarchy.Name));
        Assert.Equal(["z"], model.Alone.Select(one => one.Name));
    }

    [Fact]
    public void PromiseAboutAClass_IsKeptByAnyOfItsRanks()
    {
        Hierarchy hierarchy = Only(new SnapshotBuilder().Lock("a").Lock("b").Lock("b", rank: 1).Edge("a", "b#1", _static).Chain("Order.cs:1", "a", "b"));
        HierarchyEdge edge = Assert.Single(hierarchy.Edges);
        Assert.Equal(("a", "b#1", EdgeStanding.DeclaredAndSeen), (edge.Outer, edge.Inner, edge.Standing));
        Assert.Equal(["a", "b", "b#1"], hierarchy.Locks.Select(one => one.Name).Order());
    }

    [Fact]
    public void PromisedLockThatNobodyHas_IsToldAsNotFound() =>
        Assert.Equal(["b"], Only(new SnapshotBuilder().Lock("a").Chain("Order.cs:1", "a", "b")).Locks.Where(one => !one.IsFound).Select(one => one.Name));

    [Fact]
    public void EdgeThatFollowsFromOthers_IsNotDirect() =>
        Assert.Equal(["a>b", "b>c"], Only(new SnapshotBuilder().Lock("a").Lock("b").Lock("c").Edge("a", "b", _static).Edge("b", "c", _static).Edge("a", "c", _static))
            .Edges.Where(edge => edge.IsDirect).Select(edge => edge.Outer + ">" + edge.Inner));

    [Fact]
    public void Members_ComeFromTakersAndFromWitnesses()
    {
        Hierarchy hierarchy = Only(new SnapshotBuilder()
            .Lock("a", takers: [("Some.Writer", LockMode.Write), ("Some.Reader", LockMode.Read), ("Some.Writer", LockMode.Read)]).Lock("b")
            .Edge("a", "b", _static, LockMode.Read, member: "Other.Nested"));
        Assert.Equal(["Some.Reader Read", "Some.Writer Write,Read"], hierarchy.Locks[0].Uses.Select(use => $"{use.Member} {string.Join(",", use.Modes)}"));
        Assert.Equal(["Other.Nested Write"], hierarchy.Locks[1].Uses.Select(use => $"{use.Member} {string.Join(",", use.Modes)}"));
    }

    [Fact]
    public void Contradiction_IsToldOnceWithoutLines()
    {
        HierarchyModel model = Model(new SnapshotBuilder().Lock("a").Lock("b").Chain("Order.cs:1", "a", "b").Chain("Order.cs:2", "b", "a"));
        Assert.Equal("LG9002: The declared order contradicts itself: a before b (Order.cs); b before a (Order.cs).", Assert.Single(model.Errors));
    }

    [Theory]
    [InlineData("Order.cs:12", "Order.cs")]
    [InlineData("/a/b/Order.cs:12", "Order.cs")]
    [InlineData("C:\\a b\\Order.cs:12", "C:\\a b\\Order.cs")]
    [InlineData("src/Order.cs:12", "src/Order.cs")]
    [InlineData("Luo: [LockOrder(\"a\", \"b<T>\")]", "Luo: [LockOrder]")]
    [InlineData("Bank.Pool.Make@Pool.cs:12", "Bank.Pool.Make@Pool.cs:12")]
    public void Place_LosesWhatMoves(string place, string expected) => Assert.Equal(expected, SteadyText.Place(place));

    [Theory]
    [InlineData("Shop.Pool<A.B,C>._free", "Shop|Pool<A.B,C>|_free")]
    [InlineData("&private->outgoing.lock", "&private->outgoing|lock")]
    [InlineData("Type.Make@File.cs:12", "Type|Make@File.cs:12")]
    [InlineData("a", "a")]
    public void Name_IsCutAtItsOwnDots(string name, string parts) => Assert.Equal(parts.Split('|'), HierarchyName.Parts(name));

    private static Hierarchy Only(SnapshotBuilder builder) => Assert.Single(Model(builder).Hierarchies);

    private static HierarchyModel Model(SnapshotBuilder builder) => HierarchyBuilder.Build("x", builder.Snapshot, builder.Declared);
}
