using GraphShape;
using GraphShape.Algorithms.Layout;
using QuikGraph;

namespace LockGraph.Reports;

/// <summary>The order of slots inside each row with few crossings: GraphShape's, then better by sweeps that keep only improvements.</summary>
internal static class RowOrder
{
    private const int _sweeps = 24;
    private const double _slotHeight = 20;

    // Its swaps among equals are drawn from a generator; this start makes them the same on every run.
    private const int _start = 1;

    /// <summary>Orders with the fewest crossings that were found, at least one; which of them is narrower shows when they are placed.</summary>
    public static IReadOnlyList<IReadOnlyList<int[]>> Of(RowSlots slots)
    {
        var neighbours = new Neighbours(slots);
        (int[][] Rows, int Crossings)[] found = [Improved(Sugiyama(slots), neighbours), Improved(ByTarget(slots), neighbours)];
        int fewest = found.Min(order => order.Crossings);
        return [.. found.Where(order => order.Crossings == fewest).Select(order => order.Rows)];
    }

    private static (int[][] Rows, int Crossings) Improved(int[][] start, Neighbours neighbours)
    {
        int[][] best = start;
        int[][] rows = Copy(start);
        int fewest = neighbours.Crossings(rows);
        for (int sweep = 0; sweep < _sweeps && fewest > 0; sweep++)
        {
            neighbours.Sweep(rows, isDown: sweep % 2 == 0);
            neighbours.SwapAdjacent(rows);
            int crossings = neighbours.Crossings(rows);
            if (crossings < fewest)
            {
                fewest = crossings;
                best = Copy(rows);
            }
        }

        return (best, fewest);
    }

    // Leaves of one lock that fill several rows stand gap over box when everything is ordered by where it leads.
    private static int[][] ByTarget(RowSlots slots)
    {
        int[] target = [.. Enumerable.Range(0, slots.Count)];
        foreach (IReadOnlyList<int> way in slots.Ways)
        {
            foreach (int passage in way.Where(slots.IsLine))
            {
                target[passage] = way[^1];
            }
        }

        return [.. slots.Rows.Select(row => row.OrderBy(slot => target[slot]).ThenBy(slot => slot).ToArray())];
    }

    private static int[][] Copy(int[][] rows) => [.. rows.Select(row => (int[])row.Clone())];

    private static int[][] Sugiyama(RowSlots slots)
    {
        if (slots.Rows.Count == 1)
        {
            return [.. slots.Rows];
        }

        Slot[] vertices = [.. Enumerable.Range(0, slots.Count).Select(number => new Slot(number))];
        var graph = new BidirectionalGraph<Slot, Edge<Slot>>();
        graph.AddVertexRange(vertices);
        graph.AddEdgeRange(slots.Steps.Select(step => new Edge<Slot>(vertices[step.Upper], vertices[step.Lower])));
        var layout = new SugiyamaLayoutAlgorithm<Slot, Edge<Slot>, BidirectionalGraph<Slot, Edge<Slot>>>(
            graph,
            vertices.ToDictionary(slot => slot, slot => new Size(slots.Width(slot.Number), _slotHeight)),
            new SugiyamaLayoutParameters())
        {
            Rand = new Random(_start),
        };
        layout.Compute();
        return [.. slots.Rows.Select(row => row.OrderBy(slot => layout.VerticesPositions[vertices[slot]].X).ThenBy(slot => slot).ToArray())];
    }

    // GraphShape takes no value types.
    private sealed record Slot(int Number);
}
