namespace LockGraph.Reports;

/// <summary>Gives ordered layers their coordinates: each node as near to its neighbors as the order and the room allow.</summary>
internal static class LayerCoordinates
{
    private const double BoxGap = 24;
    private const double BendGap = 14;
    private const double LayerGap = 56;
    private const double LineGap = 14;
    private const int Sweeps = 16;
    private const double FewestInLine = 10;

    // Boxes are about five times as wide as they are high, lines included: so many in a line make a picture a little wider than high.
    private const double LineFactor = 0.62;

    // Between wide layers edges run flat, and nobody can tell them apart, unless they get room.
    private const double GapPerWidth = 0.035;
    private const double WidestGap = 220;

    // Bends hold together: a long edge should be straight before its ends are central.
    private const double BendWeight = 6;

    public static GraphLayout.Part Place(GraphLayers layers, List<int> nodes)
    {
        int places = layers.Rows.Sum(row => row.Count);
        var x = new double[places];
        var y = new double[places];
        List<List<int>> lines = Lines(layers, y, out double height);
        foreach (List<int> line in lines)
        {
            double left = 0;
            for (int i = 0; i < line.Count; i++)
            {
                left += i == 0 ? 0 : Distance(layers, line[i - 1], line[i]);
                x[line[i]] = left;
            }

            double middle = left / 2;
            line.ForEach(place => x[place] -= middle);
        }

        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            bool down = sweep % 2 == 0;
            for (int i = 0; i < lines.Count; i++)
            {
                Settle(layers, lines[down ? i : lines.Count - 1 - i], x, bothSides: sweep >= Sweeps / 2, down);
            }
        }

        return Part(layers, nodes, x, y, height);
    }

    // A layer that is much wider than the whole is high is broken into lines; neighbors stay beside or below each other.
    private static List<List<int>> Lines(GraphLayers layers, double[] y, out double height)
    {
        int most = (int)Math.Max(FewestInLine, Math.Ceiling(Math.Sqrt(layers.RealCount) * LineFactor));
        var lines = new List<List<int>>();
        double top = 0;
        double gap = LayerGap;
        foreach (List<int> row in layers.Rows)
        {
            int count = layers.Bends.Count > 0 ? 1 : (row.Count + most - 1) / most;
            double tallest = row.Max(place => layers.BoxOf(place).Height);
            for (int line = 0; line < count; line++)
            {
                int first = line;
                lines.Add([.. row.Where((_, i) => i % count == first)]);
                foreach (int place in lines[^1])
                {
                    y[place] = top + (tallest / 2);
                }

                top += tallest + LineGap;
            }

            gap = Math.Min(LayerGap + (row.Sum(place => layers.BoxOf(place).Width) / count * GapPerWidth), WidestGap);
            top += gap - LineGap;
        }

        height = top - gap;
        return lines;
    }

    private static void Settle(GraphLayers layers, List<int> line, double[] x, bool bothSides, bool down)
    {
        var offsets = new double[line.Count];
        for (int i = 1; i < line.Count; i++)
        {
            offsets[i] = offsets[i - 1] + Distance(layers, line[i - 1], line[i]);
        }

        double[] settled = OrderedPositions.Nearest(offsets, [.. line.Select(place => Wanted(layers, place, x, bothSides, down))]);
        for (int i = 0; i < line.Count; i++)
        {
            x[line[i]] = settled[i];
        }
    }

    private static (double X, double Weight) Wanted(GraphLayers layers, int place, double[] x, bool bothSides, bool down)
    {
        double sum = 0, weights = 0;
        foreach (int other in bothSides ? layers.Above(place).Concat(layers.Below(place)) : down ? layers.Above(place) : layers.Below(place))
        {
            double weight = layers.IsBend(place) && layers.IsBend(other) ? BendWeight : 1;
            sum += x[other] * weight;
            weights += weight;
        }

        return weights == 0 ? (x[place], 0.1) : (sum / weights, weights);
    }

    private static double Distance(GraphLayers layers, int left, int right)
    {
        double gap = layers.IsBend(left) || layers.IsBend(right) ? BendGap : BoxGap;
        return ((layers.BoxOf(left).Width + layers.BoxOf(right).Width) / 2) + gap;
    }

    private static GraphLayout.Part Part(GraphLayers layers, List<int> nodes, double[] x, double[] y, double height)
    {
        double left = Enumerable.Range(0, x.Length).Min(place => x[place] - (layers.BoxOf(place).Width / 2));
        double right = Enumerable.Range(0, x.Length).Max(place => x[place] + (layers.BoxOf(place).Width / 2));
        var part = new GraphLayout.Part(nodes, [.. Enumerable.Range(0, layers.RealCount).Select(place => new LayoutPoint(x[place] - left, y[place]))])
        {
            Width = right - left,
            Height = height,
        };
        part.Routes.AddRange(layers.Bends.Select(bend => (bend.Edge, bend.Places.Select(place => new LayoutPoint(x[place] - left, y[place])).ToList())));
        return part;
    }
}
