using LockGraph.Cli.Check;
using LockGraph.Core;

namespace LockGraph.Cli.Tests.Check;

public sealed class ObservedFindingsTests : IDisposable
{
    private readonly CheckFolder _folder = new();

    [Fact]
    public void OrderOfTheCodeAgainstAnObservedOne_IsOneFindingWithBothSides()
    {
        string source = _folder.File("c.cs", "one\n  lock (b)\n");
        OrderSnapshot code = Edges("code", EdgeProvenance.Static, source, "A>B");
        OrderSnapshot run = Edges("tests", EdgeProvenance.Observed, "/_/src/Other.cs", "B>A");
        Finding found = Assert.Single(ObservedFindings.Of(code, [run]));
        Assert.Equal("LG1002", found.Rule);
        Assert.Equal(new FindingPlace(_folder.Shown("c.cs"), 2, 3, 2, 11, "  lock (b)"), found.Place);
        Assert.Equal(["A", "B"], found.Classes);
        Assert.Equal([("A", "B"), ("B", "A")], found.Edges);
        Assert.Equal(4, found.Witnesses.Count);
        Assert.Equal("A is held, in the code", found.Witnesses[0].Caption);
        Assert.StartsWith("B is held, observed in tests", found.Witnesses[2].Caption, StringComparison.Ordinal);
        Assert.Equal("/_/src/Other.cs", found.Witnesses[2].Place.Path);
        Assert.Equal(16, found.Fingerprint.Length);
    }

    [Fact]
    public void SameOrder_IsNoFinding() =>
        Assert.Empty(ObservedFindings.Of(Edges("code", EdgeProvenance.Static, "c.cs", "A>B"), [Edges("tests", EdgeProvenance.Observed, "o.cs", "A>B")]));

    [Fact]
    public void WhatRunsShowTogetherWithoutTheCode_IsLeftToTheirReport() => Assert.Empty(ObservedFindings.Of(
        Edges("code", EdgeProvenance.Static, "c.cs", "A>B"),
        [Edges("one", EdgeProvenance.Observed, "o.cs", "C>D"), Edges("two", EdgeProvenance.Observed, "p.cs", "D>C")]));

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static OrderSnapshot Edges(string run, EdgeProvenance provenance, string file, params string[] edges)
    {
        string[][] pairs = [.. edges.Select(edge => edge.Split('>'))];
        return new OrderSnapshot
        {
            Run = run,
            Classes = [.. pairs.SelectMany(pair => pair).Distinct().Order(StringComparer.Ordinal).Select(name => new SnapshotClass(new LockClass(name), 0))],
            Edges =
            [
                .. pairs.Select(pair => new SnapshotEdge
                {
                    Outer = pair[0],
                    Inner = pair[1],
                    Modes = [(LockMode.Write, LockMode.Write)],
                    Provenance = provenance,
                    Count = 1,
                    Gates = [],
                    SingleFlow = true,
                    ClosesCycle = false,
                    Witnesses = [new EdgeWitness(Taken(pair[0], file, 1), Taken(pair[1], file, 2), "thread 1")],
                }),
            ],
        };
    }

    private static Acquisition Taken(string name, string file, int line) => new(new LockClass(name), 1) { Site = new AcquisitionSite(file, line) };
}
