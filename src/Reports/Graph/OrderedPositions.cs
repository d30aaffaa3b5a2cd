namespace LockGraph.Reports;

/// <summary>The positions nearest to the wished ones that keep order and distance.</summary>
/// <remarks>
/// Least squares under "each at least so far from the one before": with the distances taken off it asks for ascending numbers, and blocks
/// that would overtake each other share their weighted mean (pool adjacent violators; Barlow and others, 1972). Cost: linear.
/// </remarks>
internal static class OrderedPositions
{
    /// <summary>The positions, in order.</summary>
    /// <param name="offsets">For each the distance that it keeps from the first, ascending.</param>
    /// <param name="wishes">Where each would like to be, and how much it matters; weights are above zero.</param>
    public static double[] Nearest(double[] offsets, (double Wish, double Weight)[] wishes)
    {
        var blocks = new List<(double Wish, double Weight, int Count)>();
        for (int i = 0; i < offsets.Length; i++)
        {
            var block = (Wish: wishes[i].Wish - offsets[i], wishes[i].Weight, Count: 1);
            while (blocks.Count > 0 && blocks[^1].Wish > block.Wish)
            {
                (double Wish, double Weight, int Count) last = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                double both = last.Weight + block.Weight;
                block = (((last.Wish * last.Weight) + (block.Wish * block.Weight)) / both, both, last.Count + block.Count);
            }

            blocks.Add(block);
        }

        return [.. blocks.SelectMany(block => Enumerable.Repeat(block.Wish, block.Count)).Select((wish, i) => wish + offsets[i])];
    }
}
