using System.Text.Json;
using LockGraph.Packages.Tests.Support;

namespace LockGraph.Packages.Tests;

/// <summary>The tool, installed from a folder feed: every command in a process of its own.</summary>
[Collection(LocalFeed.Name)]
public sealed class ToolTests
{
    private readonly LocalFeed _feed;
    private readonly string _tool;

    public ToolTests(LocalFeed feed)
    {
        _feed = feed;
        string folder = Path.Combine(feed.Root, "tools");
        _tool = Path.Combine(folder, "lockgraph");
        if (!Directory.Exists(folder))
        {
            feed.Shell.Dotnet(feed.Root, "tool", "install", "LockGraph.Tool", "--tool-path", folder, "--version", feed.Version).Expect(0);
        }
    }

    [Fact]
    public void Help_ListsTheCommandsAndEachExplainsItselfWithAnExample()
    {
        Shell.Answer help = Lockgraph("--help").Expect(0);
        string[] commands = [.. help.Output.Split("Commands:\n")[1].Split('\n').TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0])];
        Assert.Subset(commands.ToHashSet(), new HashSet<string> { "check", "replay" });
        Assert.All(commands, command => Assert.Contains("  lockgraph " + command, Lockgraph(command, "--help").Expect(0).Output.Split("Example")[1], StringComparison.Ordinal));
    }

    [Fact]
    public void Version_IsThatOfTheBuild() => Assert.Matches(@"^\d+\.\d+\.\d+", Lockgraph("--version").Expect(0).Output);

    [Fact]
    public void Replay_FindsAnInversion()
    {
        IEnumerable<string> events = new[] { (1, "acquire", "A"), (1, "acquire", "B"), (1, "release", "B"), (1, "release", "A"), (2, "acquire", "B"), (2, "acquire", "A") }
            .Select(step => $$"""{"t":{{step.Item1}},"op":"{{step.Item2}}","lock":"{{step.Item3}}","class":"{{step.Item3}}"}""");
        _feed.Write("trace.json", $$"""[{"name":"x","events":[{{string.Join(',', events)}}]}]""");
        Assert.Contains("LG1002", Lockgraph("replay", "trace.json").Expect(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfAProjectFindsAnInversionAcrossItsFilesWithMSBuild()
    {
        _feed.Write("Two/Two.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        _feed.Write("Two/One.cs", "public static class One { public static readonly object Gate = new(); public static void M() { lock (Gate) { Other.N(); } } public static void N() { lock (Gate) { } } }");
        _feed.Write("Two/Other.cs", "public static class Other { public static readonly object Gate = new(); public static void M() { lock (Gate) { One.N(); } } public static void N() { lock (Gate) { } } }");
        _feed.Shell.Dotnet(_feed.Root, "restore", "Two").Expect(0);
        Shell.Answer found = Lockgraph("check", "Two", "--format", "json").Expect(1);
        using JsonDocument document = JsonDocument.Parse(found.Output);
        Assert.Contains(document.RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == "LG1002");
        Assert.Equal("", found.Error);
    }

    [Fact]
    public void Check_OfAFolderWithoutAProjectIsClean()
    {
        _feed.Write("Loose/A.cs", "public sealed class A { private readonly Lock _gate = new(); public void M() { lock (_gate) { } } }");
        Assert.Equal("0 findings in 1 project.\n", Lockgraph("check", "Loose").Expect(0).Output);
    }

    [Fact]
    public void Check_OfASolutionFindsTheRingThatThreeProjectsClose()
    {
        // Inner knows nobody; Middle knows Inner; Outer knows both, and hands its own lock to Inner as a callback.
        const string project = "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>{0}</Project>";
        const string reference = "<ItemGroup><ProjectReference Include=\"../{0}/{0}.csproj\" /></ItemGroup>";
        _feed.Write("Three/Inner/Inner.csproj", string.Format(null, project, ""));
        _feed.Write("Three/Inner/Inner.cs", "public abstract class Inner { public static readonly object Gate = new(); public abstract void Called(); public void M() { lock (Gate) { Called(); } } public static void N() { lock (Gate) { } } }");
        _feed.Write("Three/Middle/Middle.csproj", string.Format(null, project, string.Format(null, reference, "Inner")));
        _feed.Write("Three/Middle/Middle.cs", "public static class Middle { public static readonly object Gate = new(); public static void M() { lock (Gate) { Inner.N(); } } }");
        _feed.Write("Three/Outer/Outer.csproj", string.Format(null, project, string.Format(null, reference, "Middle") + string.Format(null, reference, "Inner")));
        _feed.Write("Three/Outer/Outer.cs", "public sealed class Outer : Inner { private static readonly object s_own = new(); public override void Called() { lock (s_own) { } } public static void M() { lock (s_own) { Middle.M(); } } }");
        _feed.Write("Three/Three.slnx", "<Solution><Project Path=\"Inner/Inner.csproj\" /><Project Path=\"Middle/Middle.csproj\" /><Project Path=\"Outer/Outer.csproj\" /></Solution>");
        _feed.Shell.Dotnet(_feed.Root, "restore", "Three/Three.slnx").Expect(0);
        Shell.Answer found = Lockgraph("check", "Three/Three.slnx", "--format", "json").Expect(1);
        using JsonDocument document = JsonDocument.Parse(found.Output);
        Assert.Contains(document.RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == "LG1002");
    }

    [Fact]
    public void Docs_OfSourcesWritesTheHierarchyAndSeesItDrift()
    {
        _feed.Write("Ordered/A.cs", "public sealed class A { private readonly Lock _outer = new(); private readonly Lock _inner = new(); public void M() { lock (_outer) { lock (_inner) { } } } }");
        Lockgraph("docs", "Ordered", "-o", "LOCKING.md").Expect(0);
        Assert.Contains("A._outer", File.ReadAllText(Path.Combine(_feed.Root, "LOCKING.md")), StringComparison.Ordinal);
        Lockgraph("docs", "Ordered", "-o", "LOCKING.md", "--check").Expect(0);
        _feed.Write("Ordered/A.cs", "public sealed class A { private readonly Lock _outer = new(); private readonly Lock _third = new(); public void M() { lock (_outer) { lock (_third) { } } } }");
        Assert.Contains("A._third", Lockgraph("docs", "Ordered", "-o", "LOCKING.md", "--check").Expect(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void MergeAndReport_TakeWhatARunLeaves()
    {
        // The halves of one inversion, as two runs leave them.
        foreach ((string run, string outer, string inner) in new[] { ("one", "A", "B"), ("two", "B", "A") })
        {
            Snapshots.WriteOneEdge(Path.Combine(_feed.Root, $"{run}.lockgraph.json"), run, outer, inner);
        }

        Lockgraph("merge", "one.lockgraph.json", "two.lockgraph.json", "-o", "both.lockgraph.json").Expect(1);
        Assert.Contains("LG1002", Lockgraph("report", "both.lockgraph.json").Expect(1).Output, StringComparison.Ordinal);
        Lockgraph("report", "both.lockgraph.json", "--format", "html", "-o", "both.html").Expect(1);
        Assert.Contains("<html", File.ReadAllText(Path.Combine(_feed.Root, "both.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void MistakeOfTheUser_IsOneLineAndNoStackTrace()
    {
        Shell.Answer answer = Lockgraph("check", "nowhere").Expect(2);
        Assert.Equal(("", "lockgraph: nowhere: there is no such file or folder.\n"), (answer.Output, answer.Error));
    }

    private Shell.Answer Lockgraph(params string[] args) => _feed.Shell.Run(_feed.Root, _tool, args);
}
