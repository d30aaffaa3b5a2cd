using LockGraph.Parity.Tests.Suite;

namespace LockGraph.Parity.Tests;

/// <summary>The suite is what it says it is: a covered grid of honest fixtures.</summary>
public class GridTests
{
    private const int _fewestFixtures = 120;

    // What a fixture must not know: it is the code of somebody who uses locks.
    private static readonly string[] _ofTheValidator = ["LockOrderValidator", "LockGraphRuntime", "LockGraph.Core", "Xunit"];

    [Fact]
    public void EachCell_HasAGuiltyAndACleanFixtureOrAReason() => None(
        from cell in Grid.Cells
        let inCell = Fixture.All.Values.Where(fixture => fixture.Primitive == cell.Primitive && fixture.Shape == cell.Shape).ToList()
        let isCovered = inCell.Exists(fixture => fixture.IsClean) && inCell.Exists(fixture => !fixture.IsClean)
        where isCovered == Grid.Impossible.ContainsKey(cell)
        select $"{cell.Primitive}.{cell.Shape}: {(isCovered ? "exists, and is said to be impossible" : "a guilty and a clean one are needed")}");

    [Fact]
    public void Suite_IsLargeAndAThirdOfItIsClean()
    {
        Assert.True(Fixture.All.Count >= _fewestFixtures);
        Assert.True(Fixture.All.Values.Count(fixture => fixture.IsClean) * 3 >= Fixture.All.Count);
    }

    [Fact]
    public void Fixture_StandsAloneUnderTheNameOfItsFile() => None(
        from fixture in Fixture.All.Values
        where fixture.Namespace != "Parity." + fixture.Name.Replace(".", "", StringComparison.Ordinal) || !Grid.Primitives.Contains(fixture.Primitive)
        select fixture.File + ": " + fixture.Namespace);

    [Fact]
    public void Fixture_KnowsNothingOfTheValidator() => None(
        from fixture in Fixture.All.Values
        from word in _ofTheValidator
        where fixture.Source.Split('\n').Any(line => !line.StartsWith("//", StringComparison.Ordinal) && line.Contains(word, StringComparison.Ordinal))
        select fixture.File + ": " + word);

    [Fact]
    public void CleanFixture_SaysSoInItsName() => None(
        from fixture in Fixture.All.Values
        where fixture.IsClean != fixture.Name.EndsWith(".Clean", StringComparison.Ordinal)
        select fixture.File);

    [Fact]
    public void WitnessThatIsAlone_HasAReason() => None(
        from fixture in Fixture.All.Values
        let isWhole = fixture.Judges != Witnesses.Both
        let differs = !isWhole && fixture.Expected.Any(verdict => verdict.Judges != Witnesses.Both)
        where (isWhole && fixture.IsClean) || fixture.Expected.Any(verdict => verdict.Judges == Witnesses.None) || differs != (fixture.Differs is not null)
        select fixture.File);

    private static void None(IEnumerable<string> problems) => Assert.Empty(problems);
}
