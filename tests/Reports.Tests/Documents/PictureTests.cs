using LockGraph.Core;

namespace LockGraph.Reports.Tests.Documents;

/// <summary>What the eye would object to: boxes that touch, lines through boxes, rows that are not rows, too many boxes.</summary>
public sealed class PictureTests
{
    [Fact]
    public void RandomHierarchies_HaveNoBoxOnABoxAndNoLineThroughOne()
    {
        uint state = 7;
        int Next(int below)
        {
            state = (state * 1664525) + 1013904223;
            return (int)((state >> 8) % (uint)below);
        }

        for (int round = 0; round < 40; round++)
        {
            int count = 2 + Next(38);
            bool mayHaveRings = round % 3 == 0;
            IEnumerable<(int, int)> edges = from outer in Enumerable.Range(0, count)
                                            from inner in Enumerable.Range(0, count)
                                            where outer != inner && (mayHaveRings || outer < inner) && Next(count) < 2
                                            select (outer, inner);
            SnapshotBuilder builder = Graph(count, [.. edges]);
            Assert.All(HierarchyBuilder.Build("x", builder.Snapshot, builder.Declared).Hierarchies, hierarchy => Check(Picture.Of(DrawingBuilder.Of(hierarchy))));
        }
    }

    [Theory]
    [InlineData(300)]
    [InlineData(41)]
    public void ManyLocks_ShareBoxes(int count)
    {
        SnapshotBuilder builder = Graph(count, [.. Enumerable.Range(1, count - 1).Select(inner => (inner / 2, inner))], number => $"Shop.Area{number % 7}.Type{number % 21}._lock{number}");
        Drawing drawing = DrawingBuilder.Of(Assert.Single(HierarchyBuilder.Build("x", builder.Snapshot, builder.Declared).Hierarchies));
        Assert.True(drawing.IsCollapsed);
        Assert.InRange(drawing.Boxes.Count, 2, DrawingBuilder.MostBoxes);
        Check(Picture.Of(drawing));
    }

    [Fact]
    public void FortyLocks_HaveABoxEach()
    {
        SnapshotBuilder builder = Graph(40, [.. Enumerable.Range(1, 39).Select(inner => (0, inner))]);
        Drawing drawing = DrawingBuilder.Of(Assert.Single(HierarchyBuilder.Build("x", builder.Snapshot, builder.Declared).Hierarchies));
        Assert.False(drawing.IsCollapsed);
        Check(Picture.Of(drawing));
    }

    [Fact]
    public void GroupsNestedBothWays_AreNoRing()
    {
        SnapshotBuilder builder = Graph(60, [.. Enumerable.Range(0, 59).Select(outer => (outer, outer + 1))], number => $"Shop.Area{number % 2}.Type._lock{number}");
        Drawing drawing = DrawingBuilder.Of(Assert.Single(HierarchyBuilder.Build("x", builder.Snapshot, builder.Declared).Hierarchies));
        Assert.Empty(drawing.Rings);
        DrawnLine line = Assert.Single(drawing.Lines);
        Assert.True(line is { IsBothWays: true, IsInRing: false });
    }

    [Fact]
    public void LocksOfARing_AreDrawnOneByOneInTheirFrame()
    {
        SnapshotBuilder builder = Hierarchies.Large();
        Drawing drawing = DrawingBuilder.Of(Assert.Single(HierarchyBuilder.Build("x", builder.Snapshot, builder.Declared).Hierarchies));
        IReadOnlyList<int> ring = Assert.Single(drawing.Rings);
        Assert.All(ring, box => Assert.Equal(BoxKind.Lock, drawing.Boxes[box].Kind));
        Picture picture = Picture.Of(drawing);
        PlacedBox frame = Assert.Single(picture.Rings);
        Assert.All(ring, box => Assert.True(Contains(frame, picture.Boxes[box].Place)));
    }

    [Fact]
    public void PartsThatOnlyAFindingTies_AreDrawnSideBySide()
    {
        SnapshotBuilder builder = Graph(4, [(0, 1), (2, 3)]).Inversion("N.T0._lock", "N.T2._lockxx", "A.B", "C.D");
        Check(Picture.Of(DrawingBuilder.Of(Assert.Single(HierarchyBuilder.Build("x", builder.Snapshot, builder.Declared).Hierarchies))));
    }

    private static SnapshotBuilder Graph(int count, (int Outer, int Inner)[] edges, Func<int, string>? name = null)
    {
        name ??= number => $"N.T{number}._lock" + new string('x', number % 11);
        var builder = new SnapshotBuilder();
        for (int number = 0; number < count; number++)
        {
            builder.Lock(name(number));
        }

        foreach ((int outer, int inner) in edges)
        {
            builder.Edge(name(outer), name(inner), EdgeProvenance.Static);
        }

        return builder;
    }

    private static void Check(Picture picture)
    {
        PlacedBox[] boxes = [.. picture.Boxes.Select(box => box.Place)];
        for (int one = 0; one < boxes.Length; one++)
        {
            Assert.InRange(boxes[one].X, 0, picture.Width - boxes[one].Width + 0.2);
            Assert.InRange(boxes[one].Y, 0, picture.Height - boxes[one].Height + 0.2);
            for (int other = one + 1; other < boxes.Length; other++)
            {
                Assert.False(Overlap(boxes[one], boxes[other]), $"{picture.Boxes[one].Box.Title} lies on {picture.Boxes[other].Box.Title}");
            }
        }

        foreach (PictureLine line in picture.Lines)
        {
            Assert.Equal(line.Points.Select(point => point.Y).Order(), line.Points.Select(point => point.Y));

            // Curves run between rows; inside a row a line goes straight down, and there it could meet a box.
            for (int at = 0; at + 1 < line.Points.Count; at += 2)
            {
                ((double x, double top), (_, double bottom)) = (line.Points[at], line.Points[at + 1]);
                Assert.DoesNotContain(boxes, box => x > box.X && x < box.X + box.Width && bottom > box.Y + 0.2 && top < box.Y + box.Height - 0.2);
            }
        }
    }

    private static bool Overlap(PlacedBox one, PlacedBox other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;

    private static bool Contains(PlacedBox frame, PlacedBox box) =>
        box.X >= frame.X && box.Y >= frame.Y && box.X + box.Width <= frame.X + frame.Width && box.Y + box.Height <= frame.Y + frame.Height;
}
