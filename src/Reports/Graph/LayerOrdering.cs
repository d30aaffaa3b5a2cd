namespace LockGraph.Reports;

/// <summary>Orders the nodes of each layer so that edges cross seldom: each node goes to the middle of its neighbors, layer by layer, down and up.</summary>
internal static class LayerOrdering
{
    private const int Sweeps = 12;
    private const int SweepsOfLarge = 6;
    private const int LargeFrom = 1_500;

    public static void Order(GraphLayers layers)
    {
        int places = layers.Rows.Sum(row => row.Count);
        var at = new double[places];
        foreach (List<int> row in layers.Rows)
        {
            Number(row, at);
        }

        List<List<int>> best = [.. layers.Rows.Select(row => row.ToList())];
        long fewest = Crossings(layers, at);
        for (int sweep = 0; sweep < (places > LargeFrom ? SweepsOfLarge : Sweeps) && fewest > 0; sweep++)
        {
            bool down = sweep % 2 == 0;
            for (int i = 1; i < layers.Rows.Count; i++)
            {
                List<int> row = layers.Rows[down ? i : layers.Rows.Count - 1 - i];
                double[] middle = [.. row.Select(place => Middle(down ? layers.Above(place) : layers.Below(place), at) ?? at[place])];
                int[] order = [.. Enumerable.Range(0, row.Count).OrderBy(k => middle[k])];
                int[] before = [.. row];
                for (int k = 0; k < order.Length; k++)
                {
                    row[k] = before[order[k]];
                }

                Number(row, at);
            }

            long crossings = Crossings(layers, at);
            if (crossings < fewest)
            {
                fewest = crossings;
                best = [.. layers.Rows.Select(row => row.ToList())];
            }
        }

        for (int i = 0; i < best.Count; i++)
        {
            layers.Rows[i].Clear();
            layers.Rows[i].AddRange(best[i]);
        }
    }

    // Between 0 and 1, so that layers of different length compare.
    private static void Number(List<int> row, double[] at)
    {
        for (int i = 0; i < row.Count; i++)
        {
            at[row[i]] = (i + 0.5) / row.Count;
        }
    }

    private static double? Middle(IReadOnlyList<int> neighbors, double[] at) => neighbors.Count == 0 ? null : neighbors.Average(place => at[place]);

    // Inversions between the ends of the edges below each layer, by counting in a tree of sums.
    private static long Crossings(GraphLayers layers, double[] at)
    {
        long crossings = 0;
        foreach (List<int> row in layers.Rows)
        {
            double[] ends = [.. row.SelectMany(place => layers.Below(place).Select(below => at[below]).Order())];
            double[] distinct = [.. ends.Distinct().Order()];
            var sums = new int[distinct.Length + 1];
            for (int seen = 0; seen < ends.Length; seen++)
            {
                int rank = Array.BinarySearch(distinct, ends[seen]) + 1;
                int notRight = 0;
                for (int i = rank; i > 0; i -= i & -i)
                {
                    notRight += sums[i];
                }

                crossings += seen - notRight;
                for (int i = rank; i < sums.Length; i += i & -i)
                {
                    sums[i]++;
                }
            }
        }

        return crossings;
    }
}
