using System.Text.Json;
using LockGraph.Packages.Tests.Support;

namespace LockGraph.Packages.Tests;

/// <summary>What builds tell each other: a library's summary finds its way into the build that refers to it, as a project or as a package.</summary>
[Collection(LocalFeed.Name)]
public sealed class SummaryTests(LocalFeed feed)
{
    private const string _library = """
        namespace Lib;

        public sealed class Store
        {
            private readonly object _gate = new();

            public void Add() { lock (_gate) { } }

            public void Visit(System.Action visitor) { lock (_gate) { visitor(); } }
        }
        """;

    // Its reference assembly is the same.
    private const string _harmlessLibrary = """
        namespace Lib;

        public sealed class Store
        {
            private readonly object _gate = new();

            public void Add() { lock (_gate) { } }

            public void Visit(System.Action visitor) { lock (_gate) { } visitor(); }
        }
        """;

    private const string _user = """
        namespace User;

        public sealed class Cache(Lib.Store store)
        {
            private readonly object _mine = new();

            public void Fill() { lock (_mine) { store.Add(); } }

            public void Show() => store.Visit(() => { lock (_mine) { } });
        }
        """;

    [Fact]
    public void InversionAcrossTwoProjects_FollowsTheBodiesOfTheLibrary()
    {
        feed.Write("Across/Lib/Lib.csproj", Project(Analyzer));
        feed.Write("Across/Lib/Store.cs", _library);
        feed.Write("Across/User/User.csproj", Project(Analyzer + "<ProjectReference Include=\"../Lib/Lib.csproj\" />"));
        feed.Write("Across/User/Cache.cs", _user);
        feed.Write("Across/Across.slnx", "<Solution><Project Path=\"Lib/Lib.csproj\" /><Project Path=\"User/User.csproj\" /></Solution>");
        string summary = Path.Combine(feed.Root, "Across/Lib/obj/Debug/net10.0/Lib.lockgraph-summary");
        string reference = Path.Combine(feed.Root, "Across/Lib/obj/Debug/net10.0/ref/Lib.dll");

        Assert.Contains("Lib.Store._gate", Assert.Single(Inversions("Across/Across.slnx", "Across/User")), StringComparison.Ordinal);
        Assert.True(File.Exists(summary));
        byte[] surface = File.ReadAllBytes(reference);

        // Nothing changed: nothing is compiled, and the summary stays as it is.
        DateTime written = File.GetLastWriteTimeUtc(summary);
        File.Delete(Path.Combine(feed.Root, "Across/User/log.sarif"));
        feed.Shell.Dotnet(feed.Root, "build", "Across/Across.slnx", "-p:ErrorLog=log.sarif%2Cversion=2.1").Expect(0);
        Assert.False(File.Exists(Path.Combine(feed.Root, "Across/User/log.sarif")));
        Assert.Equal(written, File.GetLastWriteTimeUtc(summary));

        // Only what stands inside a body of the library changed.
        feed.Write("Across/Lib/Store.cs", _harmlessLibrary);
        Assert.Empty(Inversions("Across/Across.slnx", "Across/User"));
        Assert.Equal(surface, File.ReadAllBytes(reference));
    }

    [Fact]
    public void InversionWithAPackage_IsFoundByTheSummaryInIt()
    {
        feed.Write("Packed/Lib/Lib.csproj", Project(Analyzer, "<PackageId>LockGraphTests.Lib</PackageId><Version>" + feed.Version + "</Version>"));
        feed.Write("Packed/Lib/Store.cs", _library);
        feed.Shell.Dotnet(feed.Root, "pack", "Packed/Lib", "-o", Path.Combine(feed.Root, "feed")).Expect(0);
        Assert.Contains("lib/net10.0/Lib.lockgraph-summary", feed.Files("LockGraphTests.Lib"));

        feed.Write("Packed/User/User.csproj", Project(Analyzer + $"<PackageReference Include=\"LockGraphTests.Lib\" Version=\"{feed.Version}\" />"));
        feed.Write("Packed/User/Cache.cs", _user);
        Assert.Contains("Lib.Store._gate", Assert.Single(Inversions("Packed/User", "Packed/User")), StringComparison.Ordinal);
    }

    [Fact]
    public void EditorsAndSwitchedOffBuilds_LeaveNoSummary()
    {
        feed.Write("Quiet/Quiet.csproj", Project(Analyzer));
        feed.Write("Quiet/Store.cs", _library);
        feed.Shell.Dotnet(feed.Root, "build", "Quiet", "-p:LockGraphSummaries=false").Expect(0);
        feed.Shell.Dotnet(feed.Root, "build", "Quiet", "-p:DesignTimeBuild=true", "--no-incremental").Expect(0);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(feed.Root, "Quiet"), "*.lockgraph-summary", SearchOption.AllDirectories), _ => true);
    }

    private string Analyzer => $"<PackageReference Include=\"LockGraph.Analyzers\" Version=\"{feed.Version}\" PrivateAssets=\"all\" />";

    private static string Project(string items, string properties = "") =>
        "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ProduceReferenceAssembly>true</ProduceReferenceAssembly>"
        + properties + "</PropertyGroup><ItemGroup>" + items + "</ItemGroup></Project>";

    private List<string> Inversions(string built, string folder)
    {
        feed.Shell.Dotnet(feed.Root, "build", built, "-p:ErrorLog=log.sarif%2Cversion=2.1").Expect(0);
        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(Path.Combine(feed.Root, folder, "log.sarif")));
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => result.GetProperty("ruleId").GetString() == "LG1002").Select(result => result.GetProperty("message").GetProperty("text").GetString()!)];
    }
}
