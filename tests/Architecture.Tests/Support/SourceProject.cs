using System.Xml.Linq;

namespace LockGraph.Architecture.Tests.Support;

/// <summary>A project as its file says.</summary>
/// <param name="File">Path from the root.</param>
internal sealed record SourceProject(string File)
{
    private readonly XDocument _xml = XDocument.Parse(Repository.Read(File));

    public static IReadOnlyList<SourceProject> All { get; } = [.. Repository.FilesUnder("", ".csproj").Select(file => new SourceProject(file))];

    /// <summary><c>src</c>, <c>samples</c>, <c>bench</c> or <c>tests</c>.</summary>
    public string Wing => File[..File.IndexOf('/')];

    /// <summary>The folder that holds the project: the name by which the floor plan knows it.</summary>
    public string Room => File.Split('/')[^2];

    public string AssemblyName => Property("AssemblyName") ?? Path.GetFileNameWithoutExtension(File);

    public IReadOnlyList<string> Frameworks => (Property("TargetFrameworks") ?? Property("TargetFramework") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Project files that this one refers to, as paths from the root.</summary>
    public IReadOnlyList<string> References => [.. Included("ProjectReference").Select(written =>
        Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(File)!, written.Replace('\\', '/')))).Replace('\\', '/'))];

    public IReadOnlyList<string> Packages => [.. Included("PackageReference")];

    /// <summary>The compiled assembly, one per framework.</summary>
    public IEnumerable<(string Framework, string Path)> Built =>
        Frameworks.Select(framework => (framework, Repository.FullPath($"{Path.GetDirectoryName(File)!.Replace('\\', '/')}/bin/{Repository.Configuration}/{framework}/{AssemblyName}.dll")));

    public override string ToString() => File;

    private string? Property(string name) => _xml.Descendants(name).FirstOrDefault()?.Value;

    private IEnumerable<string> Included(string item) => _xml.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();
}
