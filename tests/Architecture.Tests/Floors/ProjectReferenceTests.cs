using LockGraph.Architecture.Tests.Support;

namespace LockGraph.Architecture.Tests.Floors;

public class ProjectReferenceTests
{
    public static IEnumerable<object[]> Projects => SourceProject.All.Select(project => new object[] { project.File });

    [Fact]
    public void EveryShippedProject_HasARoomInThePlan() =>
        Problems.None(SourceProject.All.Where(project => project.Wing == "src" && !FloorPlan.MayReferTo.ContainsKey(project.Room)).Select(project => project.File));

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectReference_PointsDown(string file)
    {
        var project = new SourceProject(file);
        Problems.None(project.References.Where(target => !MayRefer(project, new SourceProject(target))).Select(target => file + " -> " + target));
    }

    [Fact]
    public void PlanItself_HasNoArrowThatComesBack() =>
        Problems.None(FloorPlan.MayReferTo.Keys.Where(room => FloorPlan.StandsOn(room).Contains(room)));

    [Theory]
    [InlineData("Core", "Runtime", false)]
    [InlineData("Runtime", "Reports", false)]
    [InlineData("Reports", "Runtime", false)]
    [InlineData("Runtime", "Analyzer", false)]
    [InlineData("Analyzer", "Runtime", false)]
    [InlineData("Cli", "Core", true)]
    public void ArrowBetweenTwoRooms_IsJudgedByThePlan(string from, string to, bool allowed) =>
        Assert.Equal(allowed, FloorPlan.MayReferTo[from].Contains(to));

    [Theory]
    [InlineData("src/Annotations/")]
    [InlineData("src/Core/")]
    public void GroundFloors_HaveNoPackages(string folder)
    {
        SourceProject project = Assert.Single(SourceProject.All, project => project.File.StartsWith(folder, StringComparison.Ordinal));
        Assert.Empty(project.Packages);
    }

    private static bool MayRefer(SourceProject from, SourceProject to) => (from.Wing, to.Wing) switch
    {
        ("src", "src") => FloorPlan.MayReferTo.TryGetValue(from.Room, out string[]? below) && below.Contains(to.Room),
        ("src", _) => false,
        (_, "src") => true,
        ("samples", "samples") or ("bench", "bench") or ("bench", "samples") => true,

        // A test may use what it tests and what other tests have prepared.
        ("tests", _) => true,
        _ => false,
    };
}
