namespace LockGraph.Reports;

/// <summary>Which row each box stands in: below everything outside it, in a row that is not too wide.</summary>
internal static class RowAssignment
{
    // About what a page shows without scaling the letters away.
    private const double _mostWidth = 1500;

    /// <summary>The row of each box, from 0 without a hole.</summary>
    public static int[] Of(IReadOnlyList<(double Width, double Height)> sizes, IReadOnlyList<(int Upper, int Lower)> lines, double gap)
    {
        int[] layers = OrderAlgorithms.ShortLayers(sizes.Count, lines);
        int[] rows = new int[sizes.Count];
        var widths = new List<double>();
        ILookup<int, int> uppers = lines.ToLookup(line => line.Lower, line => line.Upper);
        int[] lag = Lags(sizes, lines, gap);
        int[] heights = OrderAlgorithms.Layers(sizes.Count, lines.Select(line => (line.Lower, line.Upper)));

        // What much hangs below comes first; leaves take what room is left, further down if need be.
        foreach (int box in Enumerable.Range(0, sizes.Count).OrderBy(box => layers[box]).ThenByDescending(box => heights[box]).ThenBy(box => box))
        {
            int row = uppers[box].Select(upper => rows[upper] + 1).DefaultIfEmpty(layers[box]).Max() + lag[box];
            while (row < widths.Count && widths[row] > 0 && widths[row] + sizes[box].Width > _mostWidth)
            {
                row++;
            }

            while (widths.Count <= row)
            {
                widths.Add(0);
            }

            rows[box] = row;
            widths[row] += sizes[box].Width + gap;
        }

        int[] used = [.. rows.Distinct().Order()];
        return [.. rows.Select(row => Array.BinarySearch(used, row))];
    }

    // Leaves of one box that need several rows take turns, so that the lines to the lower rows pass between the boxes of the upper ones.
    private static int[] Lags(IReadOnlyList<(double Width, double Height)> sizes, IReadOnlyList<(int Upper, int Lower)> lines, double gap)
    {
        int[] lag = new int[sizes.Count];
        ILookup<int, int> uppers = lines.ToLookup(line => line.Lower, line => line.Upper);
        HashSet<int> withLowers = [.. lines.Select(line => line.Upper)];
        var leaves = Enumerable.Range(0, sizes.Count).Where(box => !withLowers.Contains(box) && uppers[box].Count() == 1).GroupBy(box => uppers[box].Single());
        foreach (IGrouping<int, int> group in leaves)
        {
            int rows = (int)Math.Ceiling(group.Sum(box => sizes[box].Width + gap) / _mostWidth);
            foreach ((int at, int box) in group.Index())
            {
                lag[box] = at % rows;
            }
        }

        return lag;
    }
}
