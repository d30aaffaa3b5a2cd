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

    private static void Settle(int[] row, RowSlots slots, double[] x, Func<int, int, double> gap, Func<int, (int Other, double Pull)[]> neighbours)
    {
        double[] offsets = new double[row.Length];
        for (int i = 1; i < row.Length; i++)
        {
            offsets[i] = offsets[i - 1] + Distance(row[i - 1], row[i], slots, gap);
        }

        double[] settled = OrderedPositions.Nearest(offsets, [.. row.Select(slot => Wish(slot, x, neighbours(slot)))]);
        for (int i = 0; i < row.Length; i++)
        {
            x[row[i]] = settled[i];
        }
    }

    // Without a neighbour on that side it stays, and gives way to all that have one.
    private static (double Wish, double Weight) Wish(int slot, double[] x, (int Other, double Pull)[] pulls)
    {
        double weight = pulls.Sum(pull => pull.Pull);
        return weight > 0 ? (pulls.Sum(pull => x[pull.Other] * pull.Pull) / weight, weight) : (x[slot], 0.05);
    }
}
