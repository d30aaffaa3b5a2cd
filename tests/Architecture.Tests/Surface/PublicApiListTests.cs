using LockGraph.Architecture.Tests.Support;

namespace LockGraph.Architecture.Tests.Surface;

/// <summary>The compiler compares the lists with the code, where there are lists: a project without them would not be compared.</summary>
public class PublicApiListTests
{
    [Fact]
    public void EveryShippedProject_ListsItsPublicApi() => Problems.None(
        from project in SourceProject.All
        where project.Wing == "src"
        from name in new[] { "PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt" }
        let list = $"src/{project.Room}/{name}"
        where !Repository.Files.Contains(list) || !Repository.Read(list).StartsWith("#nullable enable\n", StringComparison.Ordinal)
        select list);

    [Fact]
    public void EveryShippedProject_IsComparedWithItsLists() =>
        Assert.Contains("<PackageReference Include=\"Microsoft.CodeAnalysis.PublicApiAnalyzers\"", Repository.Read("src/Directory.Build.props"), StringComparison.Ordinal);
}
