using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer.Tests.Across;

/// <summary>The text of summaries: what is written is read, and what is damaged is not.</summary>
public class SummaryTextTests
{
    private const string _library = "public sealed class Store { private readonly object _gate = new(); public void Add() { lock (_gate) { } } public void Visit(Action v) { lock (_gate) { v(); } } }";

    private const string _user = """
        public sealed class Cache(Store store)
        {
            private readonly object _mine = new();

            public void Fill() { lock (_mine) { store.Add(); } }

            public void Show() => store.Visit(() => { lock (_mine) { } });
        }
        """;

    private static readonly SummarizedStep _at = new("Store.Add", "a\tb\\c\nd.cs", 12);

    private static readonly AssemblySummary _summary = new(
        "Lib",
        [new SummarizedLock("F:Lib.Store._gate", "Lib.Store._gate", 0, LockPrimitive.Monitor, true, false, null), new SummarizedLock("", "ranked", 2, LockPrimitive.ReaderWriterSlim, false, true, 3)],
        [
            new SummarizedEvent(SummarizedKind.Acquire, "this/F:Lib.Store._gate", true, [new GivenFlag(0, Question.Truth, true), new GivenFlag(3, Question.Truth, false)], [], [_at]) { Lock = 0, Ways = 2 },
            new SummarizedEvent(
                SummarizedKind.Acquire, "p1", false, [], [new SummarizedHold(-1, "p0", LockPrimitive.Semaphore, LockMode.Write, AcquisitionKind.Timed, _at)], [_at])
            { Primitive = LockPrimitive.Semaphore, Waits = AcquisitionKind.Try },
            new SummarizedEvent(SummarizedKind.Invoke, "0", false, [], [new SummarizedHold(1, "?", LockPrimitive.ReaderWriterSlim, LockMode.Read, AcquisitionKind.Blocking, _at)], [_at]),
            new SummarizedEvent(SummarizedKind.Open, "M:Lib.IHandler.Handle", false, [], [], [_at]),
            new SummarizedEvent(SummarizedKind.Wait, "Thread.Sleep", false, [], [], [_at]),
        ],
        [new SummarizedMember("M:Lib.Store.Add", 0, [0, 1, 4]), new SummarizedMember("M:Lib.IStore.Add", 3, [2])],
        [new SummarizedRaise(new SummarizedHold(0, "?", LockPrimitive.Monitor, LockMode.Write, AcquisitionKind.Blocking, _at), "M:Lib.IHandler.Handle", _at)],
        [new SummarizedEdge(0, LockMode.Write, 1, LockMode.Read, ["Static:Lib.Store.Gate"], _at, [_at, _at])]);

    [Fact]
    public void Summary_IsReadAsItWasWritten()
    {
        string text = SummaryText.Write(_summary);
        AssemblySummary read = SummaryText.Read(text)!;
        Assert.Equal(text, SummaryText.Write(read));
        Assert.Equal(_summary.Locks, read.Locks);
        Assert.Equal(_at, read.Events[0].Steps[0]);
        Assert.True(_summary.Events[0].Given.SequenceEqual(read.Events[0].Given));
        Assert.True(_summary.Members[0].Events.SequenceEqual(read.Members[0].Events));
        Assert.Equal(_summary.Raises, read.Raises);
        Assert.True(_summary.Edges[0].Gates.SequenceEqual(read.Edges[0].Gates));
    }

    /// <summary>Cut anywhere, the text is not taken for a shorter one.</summary>
    [Fact]
    public void CutText_IsNoSummary()
    {
        string text = SummaryText.Write(_summary);
        for (int length = 0; length < text.Length; length++)
        {
            // What ends with a line may be a whole summary of less.
            if (length == 0 || text[length - 1] != '\n')
            {
                Assert.Null(SummaryText.Read(text[..length]));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("lockgraph-summary\t2\nassembly\tLib\n")]
    [InlineData("lockgraph-summary\t0\nassembly\tLib\n")]
    [InlineData("lockgraph-summary\tx\nassembly\tLib\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nsurprise\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nmember\tM:Lib.Store.Add\t0\t0\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nacquire\t0\tthis\tMonitor.Monitor\tWrite\tBlocking\t1\t\t\nat\ta\tb\t1\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nacquire\t-1\tp0\tMonitor.Monitor\t99\tBlocking\t1\t\t\nat\ta\tb\t1\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nacquire\t-1\tp0\tTurnstile.Turnstile\tWrite\tBlocking\t1\t\t\nat\ta\tb\t1\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nwait\tx\t1\t\t+99999999999\nat\ta\tb\t1\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nwait\tx\t9\t\t\nat\ta\tb\t1\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nwait\tx\t1\t\t\nat\ta\tb\t1\nmember\tM:Store.Add\t-1\t0\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nwait\tx\t1\t\t\nat\ta\tb\t1\nmember\tM:Store.Add\t2147483647\t0\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nwait\tx\t1\t\t\nat\ta\tb\t1\nmember\tM:\t0\t0\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nlock\tF\tStore._gate\t0\tMonitor.Monitor\treentrant\t\t\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nlock\tF:Store._gate\t \t0\tMonitor.Monitor\treentrant\t\t\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tL\\x\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tL\\")]
    public void DamagedOrOtherText_IsNoSummary(string text) => Assert.Null(SummaryText.Read(text));

    [Fact]
    public void EmptySummary_IsOne() => Assert.Empty(SummaryText.Read("lockgraph-summary\t1\nassembly\tLib\n")!.Members);

    /// <summary>A summary that cannot be used leaves the compilation as it is without one.</summary>
    [Theory]
    [InlineData("lockgraph-summary\t2\nassembly\tLib\n")]
    [InlineData("\0\0\0")]
    [InlineData("lockgraph-summary\t1\nassembly\tSomebodyElse\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nwait\tx\t1\t\t\nat\ta\tb\t1\nmember\tM\t0\t0\n")]
    [InlineData("lockgraph-summary\t1\nassembly\tLib\nlock\t\t\t0\tMonitor.Monitor\t\t\t\nacquire\t0\tthis\tMonitor.Monitor\tWrite\tBlocking\t1\t\t\nat\ta\tb\t1\nmember\tM:Store.Add\t0\t0\n")]
    public async Task UnusableSummary_SaysNothing(string text)
    {
        using var assemblies = new Assemblies();
        await assemblies.Build("Lib", _library);
        assemblies.Refer("Lib", text);
        Assert.DoesNotContain(await assemblies.Build("User", _user), diagnostic => diagnostic.Id is "AD0001" or RuleIds.Inversion);
    }

    /// <summary>A summary of an older library names members that are gone, and parameters that there are no more.</summary>
    [Fact]
    public async Task OutdatedSummary_IsUsedAsFarAsItGoes()
    {
        using var assemblies = new Assemblies();
        await assemblies.Build("Lib", _library);
        string text = assemblies.SummaryOf("Lib");
        assemblies.Refer("Lib", text.Replace("M:Store.Visit(System.Action)", "M:Store.Show(System.Action)", StringComparison.Ordinal).Replace("invoke\t0", "invoke\t7", StringComparison.Ordinal));
        Assert.DoesNotContain(await assemblies.Build("User", _user), diagnostic => diagnostic.Id is "AD0001" or RuleIds.Inversion);
    }

    /// <summary>The lines of the library are shown, as lines of a file that is not here.</summary>
    [Fact]
    public async Task Finding_ShowsTheLinesOfTheLibrary()
    {
        using var assemblies = new Assemblies();
        await assemblies.Build("Lib", _library);
        IReadOnlyList<Diagnostic> said = await assemblies.Build("User", _user);
        Diagnostic inversion = Assert.Single(said, diagnostic => diagnostic.Id == RuleIds.Inversion);
        Assert.Contains("Store._gate", inversion.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("User.cs", inversion.Location.GetLineSpan().Path);
        Location[] there = [.. inversion.AdditionalLocations.Where(location => location.Kind == LocationKind.ExternalFile)];
        Assert.NotEmpty(there);
        Assert.All(there, location => Assert.Equal(("Lib.cs", 0), (location.GetLineSpan().Path, location.GetLineSpan().StartLinePosition.Line)));
    }

    /// <summary>Where the file cannot be written the build goes on.</summary>
    [Fact]
    public void UnwritablePlace_IsNoFault()
    {
        SummaryFile.Write(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "nowhere", "Lib.lockgraph-summary"), _summary);
        SummaryFile.Write("\0", _summary);
    }

    /// <summary>A summary that says the same is not written again, so that nobody is built again for it.</summary>
    [Fact]
    public void UnchangedSummary_IsNotWritten()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("lockgraph-").FullName, "Lib.lockgraph-summary");
        SummaryFile.Write(file, _summary);
        File.SetLastWriteTimeUtc(file, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        SummaryFile.Write(file, _summary);
        Assert.Equal(2001, File.GetLastWriteTimeUtc(file).Year);
        SummaryFile.Write(file, _summary with { Assembly = "Other" });
        Assert.NotEqual(2001, File.GetLastWriteTimeUtc(file).Year);
        Assert.Equal([file], Directory.EnumerateFiles(Path.GetDirectoryName(file)!));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
