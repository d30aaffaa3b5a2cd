namespace LockGraph.Reports;

/// <summary>Where each slot of an ordered row stands: as near to its neighbours as the row lets it, long lines straight.</summary>
internal static class RowPositions
{
    private const int _rounds = 120;
    private const int _lastRounds = 80;

    // Between two passages of one line a bend is seen most.
    private const double _passagePull = 8;
    private const double _mixedPull = 2;

    /// <summary>The middle of each slot.</summary>
    /// <param name="slots">The slots in their order.</param>
    /// <param name="gap">The room that two neighbours in a row keep between them.</param>
    public static double[] Of(RowSlots slots, Func<int, int, double> gap)
    {
        double[] x = new double[slots.Count];
        foreach (int[] row in slots.Rows)
        {
            Centre(row, slots, x, gap);
        }

        ILookup<int, (int Other, double Pull)> above = slots.Steps.ToLookup(step => step.Lower, step => (step.Upper, Pull(slots, step)));
        ILookup<int, (int Other, double Pull)> below = slots.Steps.ToLookup(step => step.Upper, step => (step.Lower, Pull(slots, step)));
        for (int round = 0; round < _rounds; round++)
        {
            bool isDown = round % 2 == 0;
            bool isLast = round >= _rounds - _lastRounds;
            IEnumerable<int[]> rows = isDown ? slots.Rows : slots.Rows.Reverse();
            foreach (int[] row in rows)
            {
                Settle(row, slots, x, gap, slot => isLast ? [.. above[slot], .. below[slot]] : isDown ? [.. above[slot]] : [.. below[slot]]);
            }
        }

        return x;
    }

    private static double Pull(RowSlots slots, (int Upper, int Lower) step) =>
        slots.IsLine(step.Upper) && slots.IsLine(step.Lower) ? _passagePull : slots.IsLine(step.Upper) || slots.IsLine(step.Lower) ? _mixedPull : 1;

    private static void Centre(int[] row, RowSlots slots, double[] x, Func<int, int, double> gap)
    {
        double at = 0;
        for (int i = 0; i < row.Length; i++)
        {
            at += i == 0 ? 0 : Distance(row[i - 1], row[i], slots, gap);
            x[row[i]] = at;
        }

        for (int i = 0; i < row.Length; i++)
        {
            x[row[i]] -= at / 2;
        }
    }

    private static double Distance(int left, int right, RowSlots slots, Func<int, int, double> gap) =>
        ((slots.Width(left) + slots.Width(right)) / 2) + gap(left, right);

    // Least squares under "each at least so far from the one before": with the distances taken off it asks for ascending numbers,
    // and blocks of slots that would overtake each other share their weighted mean (pool adjacent violators).
    private static void Settle(int[] row, RowSlots slots, double[] x, Func<int, int, double> gap, Func<int, (int Other, double Pull)[]> neighbours)
    {
        double[] offset = new double[row.Length];
        var blocks = new List<(double Wish, double Weight, int Count)>();
        for (int i = 0; i < row.Length; i++)
        {
            offset[i] = i == 0 ? 0 : offset[i - 1] + Distance(row[i - 1], row[i], slots, gap);
            (int Other, double Pull)[] pulls = neighbours(row[i]);
            double weight = pulls.Sum(pull => pull.Pull);

            // Without a neighbour on that side it stays, and gives way to all that have one.
            double wish = weight > 0 ? pulls.Sum(pull => x[pull.Other] * pull.Pull) / weight : x[row[i]];
            var block = (Wish: wish - offset[i], Weight: weight > 0 ? weight : 0.05, Count: 1);
            while (blocks.Count > 0 && blocks[^1].Wish > block.Wish)
            {
                (double Wish, double Weight, int Count) last = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                double both = last.Weight + block.Weight;
                block = (((last.Wish * last.Weight) + (block.Wish * block.Weight)) / both, both, last.Count + block.Count);
            }

            blocks.Add(block);
        }

        int at = 0;
        foreach ((double wish, _, int count) in blocks)
        {
            for (int i = 0; i < count; i++, at++)
            {
                x[row[at]] = wish + offset[at];
            }
        }
    }
}
