using System.IO.Compression;
using System.Xml.Linq;

namespace LockGraph.Packages.Tests.Support;

/// <summary>The packages of this build in a folder feed, under a version that no cache knows, and room for projects that use them.</summary>
[CollectionDefinition(Name)]
public sealed class LocalFeed : IDisposable, ICollectionFixture<LocalFeed>
{
    /// <summary>Of the tests that share one feed: packing takes longer than any of them.</summary>
    public const string Name = "local feed";

    private static readonly string _configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockgraph-");

    public LocalFeed()
    {
        Version = "0.1.0-t" + Guid.NewGuid().ToString("N");
        Shell = new Shell(Path.Combine(_folder.FullName, "packages"));
        string feed = _folder.CreateSubdirectory("feed").FullName;
        foreach (string project in new[] { "packages/LockGraph", "packages/LockGraph.Analyzers", "src/Cli" })
        {
            Shell.Dotnet(Repository(), "pack", project, "--no-build", "-c", _configuration, "-o", feed, "-p:PackageVersion=" + Version).Expect(0);
        }

        // Found by everything below, beside the sources that the machine has; and no settings of a folder above leak in.
        Write("nuget.config", $"<configuration><packageSources><add key=\"built\" value=\"{feed}\" /></packageSources></configuration>");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
    }

    public string Version { get; }

    internal Shell Shell { get; }

    public string Root => _folder.FullName;

    public string Write(string name, string content)
    {
        string path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>A new project from the usual template, with one file of code and one package installed.</summary>
    internal string NewProject(string template, string name, string code, string package)
    {
        string folder = Path.Combine(Root, name);
        Shell.Dotnet(Root, "new", template, "-o", name, "--no-restore").Expect(0);
        foreach (string file in Directory.EnumerateFiles(folder, "*.cs"))
        {
            File.Delete(file);
        }

        Write(name + "/Code.cs", code);
        Shell.Dotnet(folder, "add", "package", package, "--version", Version).Expect(0);
        return folder;
    }

    /// <summary>The files of a package, without those that every package has.</summary>
    internal IReadOnlyList<string> Files(string package)
    {
        using ZipArchive archive = Open(package);
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name => name.Contains('/') && name[0] != '_' && !name.StartsWith("package/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The description of a package; names without their namespace.</summary>
    internal XElement Specification(string package)
    {
        using ZipArchive archive = Open(package);
        using Stream stream = archive.GetEntry(package + ".nuspec")!.Open();
        XElement root = XDocument.Load(stream).Root!;
        foreach (XElement element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return root.Element("metadata")!;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    internal static string Repository()
    {
        DirectoryInfo at = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "LockGraph.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("These tests pack the repository that they are built in.");
        }

        return at.FullName;
    }

    private ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Root, "feed", $"{package}.{Version}.nupkg"));
}
