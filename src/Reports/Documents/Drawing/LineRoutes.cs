namespace LockGraph.Reports;

/// <summary>The points that each line passes: out of the lower edge of its upper box, straight down through rows, into the upper edge of its lower box.</summary>
internal static class LineRoutes
{
    private const double _mostPortGap = 18;
    private const double _corner = 10;

    /// <summary>For each line its points, two for each row it touches: a curve belongs between rows, a straight piece inside one.</summary>
    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Of(
        RowSlots slots, double[] x, double[] tops, double[] bottoms, IReadOnlyList<PlacedBox> boxes)
    {
        double[] start = Ports(slots, x, boxes, isUpper: true);
        double[] end = Ports(slots, x, boxes, isUpper: false);
        var routes = new List<IReadOnlyList<(double, double)>>();
        for (int line = 0; line < slots.Ways.Count; line++)
        {
            IReadOnlyList<int> way = slots.Ways[line];
            PlacedBox upper = boxes[way[0]];
            var points = new List<(double, double)> { (start[line], upper.Y + upper.Height), (start[line], bottoms[slots.Row(way[0])]) };
            foreach (int passage in way.Skip(1).SkipLast(1))
            {
                points.Add((x[passage], tops[slots.Row(passage)]));
                points.Add((x[passage], bottoms[slots.Row(passage)]));
            }

            points.Add((end[line], tops[slots.Row(way[^1])]));
            points.Add((end[line], boxes[way[^1]].Y));
            routes.Add(points);
        }

        return routes;
    }

    // Lines leave a box side by side, in the order of where they go to.
    private static double[] Ports(RowSlots slots, double[] x, IReadOnlyList<PlacedBox> boxes, bool isUpper)
    {
        double[] ports = new double[slots.Ways.Count];
        var byBox = slots.Ways.Select((way, line) => (Box: isUpper ? way[0] : way[^1], Next: isUpper ? way[1] : way[^2], Line: line)).GroupBy(one => one.Box);
        foreach (var lines in byBox)
        {
            (int Box, int Next, int Line)[] ordered = [.. lines.OrderBy(one => x[one.Next]).ThenBy(one => one.Line)];
            double room = boxes[lines.Key].Width - (2 * _corner);
            double gap = ordered.Length > 1 ? Math.Min(_mostPortGap, room / (ordered.Length - 1)) : 0;
            for (int i = 0; i < ordered.Length; i++)
            {
                ports[ordered[i].Line] = Math.Round(x[lines.Key] + ((i - ((ordered.Length - 1) / 2.0)) * gap), 1);
            }
        }

        return ports;
    }
}
