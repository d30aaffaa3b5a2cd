using CsCheck;

namespace LockGraph.Reports.Tests.Graph;

/// <summary>Drawings: boxes apart, outer above inner, the same every time.</summary>
public sealed class GraphLayoutTests
{
    private static readonly Gen<(LayoutBox[] Boxes, (int, int)[] Edges)> _graph = Gen.Int[1, 60].SelectMany(count => Gen.Select(
        Gen.Select(Gen.Double[20, 200], Gen.Double[10, 40], (width, height) => new LayoutBox(width, height)).Array[count],
        Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1]).Array[0, count * 2],
        (boxes, edges) => (boxes, edges)));

    [Fact]
    public void AnyGraph_HasNoTwoBoxesOnEachOther() => _graph.Sample(graph =>
    {
        GraphDrawing drawing = GraphLayout.Layered(graph.Boxes, graph.Edges);
        for (int one = 0; one < graph.Boxes.Length; one++)
        {
            for (int other = 0; other < one; other++)
            {
                LayoutPoint a = drawing.Centres[one], b = drawing.Centres[other];
                bool apart = Math.Abs(a.X - b.X) >= ((graph.Boxes[one].Width + graph.Boxes[other].Width) / 2) - 0.5
                    || Math.Abs(a.Y - b.Y) >= ((graph.Boxes[one].Height + graph.Boxes[other].Height) / 2) - 0.5;
                if (!apart)
                {
                    return false;
                }
            }
        }

        return true;
    });

    [Fact]
    public void AnyGraph_LiesInsideItsFrame() => _graph.Sample(graph =>
    {
        GraphDrawing drawing = GraphLayout.Layered(graph.Boxes, graph.Edges);
        return drawing.Centres.Select((centre, box) => (centre, graph.Boxes[box])).All(pair =>
            pair.centre.X - (pair.Item2.Width / 2) > -0.2 && pair.centre.X + (pair.Item2.Width / 2) < drawing.Width + 0.2
            && pair.centre.Y - (pair.Item2.Height / 2) > -0.2 && pair.centre.Y + (pair.Item2.Height / 2) < drawing.Height + 0.2);
    });

    [Fact]
    public void EdgeThatLiesOnNoRing_PointsDown() => _graph.Sample(graph =>
    {
        GraphDrawing drawing = GraphLayout.Layered(graph.Boxes, graph.Edges);
        return graph.Edges.Where(edge => drawing.Parts[edge.Item1] != drawing.Parts[edge.Item2]).All(edge => drawing.Centres[edge.Item1].Y < drawing.Centres[edge.Item2].Y);
    });

    [Fact]
    public void SameGraph_SameDrawing() => _graph.Sample(graph =>
        GraphLayout.Layered(graph.Boxes, graph.Edges).Centres.SequenceEqual(GraphLayout.Layered(graph.Boxes, graph.Edges).Centres));

    [Fact]
    public void Ring_IsOnePartAndTheRestIsNot()
    {
        GraphDrawing drawing = GraphLayout.Layered(Boxes(4), [(0, 1), (1, 2), (2, 0), (2, 3)]);
        Assert.Equal([0, 0, 0, 1], drawing.Parts);
    }

    [Fact]
    public void RingOfThousands_IsDrawn()
    {
        const int count = 20_000;
        GraphDrawing drawing = GraphLayout.Layered(Boxes(count), [.. Enumerable.Range(0, count).Select(node => (node, (node + 1) % count))]);
        Assert.Equal(count, drawing.Centres.Distinct().Count());
    }

    [Fact]
    public void NoBoxes_AreADrawingToo() => Assert.Equal((0, 0), (GraphLayout.Layered([], []).Width, GraphLayout.Layered([], []).Height));

    private static LayoutBox[] Boxes(int count) => [.. Enumerable.Repeat(new LayoutBox(100, 28), count)];
}
