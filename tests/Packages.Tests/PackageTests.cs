using System.Text.Json;
using System.Xml.Linq;
using LockGraph.Packages.Tests.Support;

namespace LockGraph.Packages.Tests;

/// <summary>What ships, installed from a folder feed into projects that know nothing of this repository.</summary>
[Collection(LocalFeed.Name)]
public sealed class PackageTests(LocalFeed feed)
{
    private const string _inversion = """
        namespace Shop;

        public sealed class Ledger
        {
            private readonly object _entries = new();
            private readonly object _totals = new();

            public void Post()
            {
                lock (_entries)
                {
                    lock (_totals) { }
                }
            }

            public void Recompute()
            {
                lock (_totals)
                {
                    lock (_entries) { }
                }
            }
        }
        """;

    private const string _trackedInversion = """
        using LockGraph;

        var bank = new Bank();
        bank.Transfer();
        bank.Audit();
        Console.WriteLine("done");

        internal sealed class Bank
        {
            private readonly TrackedLock _accounts = new();
            private readonly TrackedLock _journal = new();

            public void Transfer() { using (_accounts.EnterScope()) using (_journal.EnterScope()) { } }

            public void Audit() { using (_journal.EnterScope()) using (_accounts.EnterScope()) { } }
        }
        """;

    private static readonly string[] _analyzerFiles =
    [
        "analyzers/dotnet/cs/LockGraph.Analyzer.dll", "analyzers/dotnet/cs/LockGraph.CodeFixes.dll",
        "analyzers/dotnet/cs/LockGraph.Core.dll", "analyzers/dotnet/cs/QuikGraph.dll",
    ];

    [Fact]
    public void AnalyzerPackage_HasTheAnalyzerAndNothingElse()
    {
        Assert.Equal([.. _analyzerFiles, "build/LockGraph.Analyzers.targets"], feed.Files("LockGraph.Analyzers"));
        XElement specification = feed.Specification("LockGraph.Analyzers");
        Assert.Equal("true", specification.Element("developmentDependency")!.Value);
        Assert.Empty(specification.Descendants("dependency"));
        Assert.Equal("MIT", specification.Element("license")!.Value);
        Assert.Equal("README.md", specification.Element("readme")!.Value);
    }

    [Fact]
    public void JointPackage_HasTheAnalyzerAndTheRuntimeWithWhatItDependsOn()
    {
        string[] parts = ["LockGraph.Annotations", "LockGraph.Core", "LockGraph.Runtime"];
        IEnumerable<string> libraries =
            from framework in new[] { "net10.0", "net8.0", "netstandard2.0" }
            from part in parts
            from ending in new[] { ".dll", ".xml" }
            select $"lib/{framework}/{part}{ending}";
        Assert.Equal([.. _analyzerFiles, "build/LockGraph.targets", .. libraries], feed.Files("LockGraph"));

        // The package repeats what the project of the runtime says.
        var runtime = XDocument.Load(Path.Combine(LocalFeed.Repository(), "src/Runtime/LockGraph.Runtime.csproj"));
        Assert.Equal(
            runtime.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value).Order(StringComparer.Ordinal),
            feed.Specification("LockGraph").Descendants("dependency").Select(dependency => dependency.Attribute("id")!.Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NewProjectWithTheAnalyzer_HasTheInversionInItsErrorLog()
    {
        string folder = feed.NewProject("classlib", "Shop", _inversion, "LockGraph.Analyzers");
        Assert.Contains("<PrivateAssets>all</PrivateAssets>", File.ReadAllText(Path.Combine(folder, "Shop.csproj")), StringComparison.Ordinal);
        IReadOnlyList<JsonElement> found = Build(folder);
        JsonElement inversion = found.First(result => result.GetProperty("ruleId").GetString() == "LG1002");
        Assert.Equal("warning", inversion.TryGetProperty("level", out JsonElement level) ? level.GetString() : "warning");
        JsonElement place = inversion.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.EndsWith("Code.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Contains(place.GetProperty("region").GetProperty("startLine").GetInt32(), new[] { 12, 20 });
        Assert.DoesNotContain(Directory.EnumerateFiles(folder, "LockGraph.*.dll", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public void NewProjectWithTheJointPackage_WarnsInTheBuildAndThrowsInModeAssert()
    {
        string folder = feed.NewProject("console", "Bank", _trackedInversion, "LockGraph");
        Assert.Contains(Build(folder), result => result.GetProperty("ruleId").GetString() == "LG1002");

        Shell.Answer free = feed.Shell.Dotnet(folder, "run", "--no-build").Expect(0);
        Assert.Equal("done\n", free.Output);
        Shell.Answer guilty = feed.Shell.Run(folder, "LOCKGRAPH_MODE=Assert dotnet", "run", "--no-build");
        Assert.NotEqual(0, guilty.Code);
        Assert.Contains("LG1002", guilty.Error, StringComparison.Ordinal);
        Assert.Contains("Bank._accounts", guilty.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("done", guilty.Output, StringComparison.Ordinal);
    }

    private IReadOnlyList<JsonElement> Build(string folder)
    {
        feed.Shell.Dotnet(folder, "build", "-p:ErrorLog=log.sarif%2Cversion=2.1").Expect(0);
        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "log.sarif")));
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result => result.Clone())];
    }
}
