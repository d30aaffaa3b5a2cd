using LockGraph.Architecture.Tests.Floors;
using LockGraph.Architecture.Tests.Support;

namespace LockGraph.Architecture.Tests.Surface;

/// <summary>Core runs on a hot path and inside a compiler: no input or output, no clock, no locks, no changing statics.</summary>
public class CorePurityTests
{
    // A name that ends in a dot bans a namespace with all that is below it.
    private static readonly string[] _banned =
    [
        "System.Console", "System.IO.", "System.Net.", "System.Threading.",
        "System.DateTime", "System.DateTimeOffset", "System.TimeZoneInfo", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
        "System.Diagnostics.StackTrace", "System.Random", "System.AppDomain", "System.AppContext", "System.Runtime.InteropServices.Marshal",
    ];

    private static readonly string[] _bannedMembers = ["System.Environment.GetEnvironmentVariable", "System.Environment.get_TickCount", "System.Environment.Exit", "System.Guid.NewGuid"];

    [Fact]
    public void Core_UsesNoBannedType()
    {
        using CompiledAssembly core = Open("Core", "netstandard2.0");
        Problems.None(core.ForeignTypes.Where(IsBanned));
        Problems.None(core.ForeignMembers.Intersect(_bannedMembers));
    }

    [Fact]
    public void Core_HasNoStaticThatChanges()
    {
        using CompiledAssembly core = Open("Core", "netstandard2.0");
        Problems.None(core.ChangingStatics);
    }

    [Fact]
    public void Bans_AreSeenWhereTheyAreBroken()
    {
        using CompiledAssembly runtime = Open("Runtime", "netstandard2.0");
        Assert.Contains("System.Threading.Monitor", runtime.ForeignTypes.Where(IsBanned));
        Assert.Contains("System.IO.FileStream", runtime.ForeignTypes.Where(IsBanned));
        Assert.Contains("System.Environment.GetEnvironmentVariable", runtime.ForeignMembers.Intersect(_bannedMembers));
        Assert.Contains("LockInstance._lastId", runtime.ChangingStatics);
    }

    private static bool IsBanned(string type) =>
        Array.Exists(_banned, banned => banned[^1] == '.' ? type.StartsWith(banned, StringComparison.Ordinal) : type == banned);

    private static CompiledAssembly Open(string room, string framework) =>
        AssemblyReferenceTests.Open(SourceProject.All.Single(project => project.Wing == "src" && project.Room == room), framework);
}
