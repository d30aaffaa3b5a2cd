using CsCheck;
using LockGraph.Core;
using LockGraph.Reports.Tests.Snapshots;

namespace LockGraph.Reports.Tests.Merge;

/// <summary>A merge is a set of runs: order, grouping and repetition change no byte.</summary>
public sealed class MergeLawTests
{
    private static readonly Gen<byte[]> _file = RandomSnapshot.OfOneRun.Select(SnapshotBytes.Write);

    [Fact]
    public void Order_DoesNotMatter() =>
        Gen.Select(_file, _file, _file).Sample((a, b, c) => Same(SnapshotBytes.Merge(a, b, c), SnapshotBytes.Merge(c, a, b)));

    [Fact]
    public void Grouping_DoesNotMatter() => Gen.Select(_file, _file, _file).Sample((a, b, c) =>
    {
        byte[] all = SnapshotBytes.Merge(a, b, c);
        return Same(SnapshotBytes.Merge(SnapshotBytes.Merge(a, b), c), all) && Same(SnapshotBytes.Merge(a, SnapshotBytes.Merge(b, c)), all)
            && Same(SnapshotBytes.Merge(SnapshotBytes.Merge(c, a), SnapshotBytes.Merge(b, a)), all);
    });

    [Fact]
    public void Repetition_DoesNotMatter() => Gen.Select(_file, _file).Sample((a, b) =>
    {
        byte[] both = SnapshotBytes.Merge(a, b);
        return Same(SnapshotBytes.Merge(a, b, a), both) && Same(SnapshotBytes.Merge(both), both) && Same(SnapshotBytes.Merge(both, both), both)
            && Same(SnapshotBytes.Merge(both, b), both) && Same(SnapshotBytes.Merge(a, a), SnapshotBytes.Merge(a));
    });

    [Fact]
    public void Workers_DoNotMatter() => Gen.Select(_file.Array[1, 8], Gen.Int[1, 4]).Sample((files, workers) =>
    {
        using SnapshotUnion union = SnapshotUnion.OfAll(files.Length, (place, _) => SnapshotBytes.Read(files[place]), workers);
        return Same(SnapshotBytes.Write(union.Build()), SnapshotBytes.Merge(files));
    });

    [Fact]
    public void SeveralUnreadable_TheFirstIsTold()
    {
        byte[] good = SnapshotBytes.Write(Story.Bank("tests").Snapshot());
        var exception = Assert.Throws<SnapshotFormatException>(() => SnapshotUnion.OfAll(
            40, (place, _) => place is 17 or 23 or 31 ? throw new SnapshotFormatException("file " + place) : SnapshotBytes.Read(good), workers: 4));
        Assert.Equal("file 17", exception.Message);
    }

    [Fact]
    public void UnionOfAnything_IsReadBackToTheByte() => Gen.Select(_file, _file).Sample((a, b) =>
    {
        byte[] both = SnapshotBytes.Merge(a, b);
        return Same(SnapshotBytes.Write(SnapshotBytes.Read(both)), both);
    });

    [Fact]
    public void Union_LosesNoEdgeNoClassAndNoFinding() => Gen.Select(RandomSnapshot.OfOneRun, RandomSnapshot.OfOneRun).Sample((a, b) =>
    {
        OrderSnapshot union = SnapshotBytes.Read(SnapshotBytes.Merge(SnapshotBytes.Write(a), SnapshotBytes.Write(b)));
        return Covers(union, a) && Covers(union, b);
    });

    private static bool Covers(OrderSnapshot union, OrderSnapshot part) =>
        part.Classes.All(entry => union.Classes.Any(other => other.Name == entry.Name))
        && part.Violations.All(violation => union.Violations.Any(other => other.Id == violation.Id))
        && part.Edges.All(edge => union.Edges.Any(other => (other.Outer, other.Inner) == (edge.Outer, edge.Inner)
            && edge.Modes.All(other.Modes.Contains) && (edge.Provenance & ~other.Provenance) == 0 && other.Count >= edge.Count
            && (other.Provenance == EdgeProvenance.Declared || edge.Provenance == EdgeProvenance.Declared || other.Gates.All(edge.Gates.Contains))));

    private static bool Same(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other);
}
