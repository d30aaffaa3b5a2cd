using LockGraph.Architecture.Tests.Support;

namespace LockGraph.Architecture.Tests.Floors;

/// <summary>The same arrows in what was compiled: a reference may also come by a package, a props file or a linked source.</summary>
public class AssemblyReferenceTests
{
    public static IEnumerable<object[]> Builds =>
        SourceProject.All.Where(project => project.Wing == "src").SelectMany(project => project.Frameworks.Select(framework => new object[] { project.File, framework }));

    [Theory]
    [MemberData(nameof(Builds))]
    public void AssemblyReference_PointsDown(string file, string framework)
    {
        var project = new SourceProject(file);
        using CompiledAssembly assembly = Open(project, framework);
        Dictionary<string, string> rooms = SourceProject.All.ToDictionary(other => other.AssemblyName, other => other.Wing == "src" ? other.Room : other.File);
        IReadOnlySet<string> below = FloorPlan.StandsOn(project.Room);
        Problems.None(assembly.References.Where(name => rooms.TryGetValue(name, out string? room) && !below.Contains(room)));
    }

    [Theory]
    [InlineData("Annotations")]
    [InlineData("Core")]
    public void GroundFloors_ReferToTheStandardAndNothingElse(string room)
    {
        using CompiledAssembly assembly = Open(SourceProject.All.Single(project => project.Wing == "src" && project.Room == room), "netstandard2.0");
        Assert.Equal(["netstandard"], assembly.References);
    }

    internal static CompiledAssembly Open(SourceProject project, string framework)
    {
        string path = project.Built.Single(built => built.Framework == framework).Path;
        Assert.True(File.Exists(path), $"{project} is not built for {framework}: build the solution first.");
        return new CompiledAssembly(path);
    }
}
