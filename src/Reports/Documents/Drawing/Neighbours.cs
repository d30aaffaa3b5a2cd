namespace LockGraph.Reports;

/// <summary>Counts crossings between rows and moves slots towards their neighbours.</summary>
internal sealed class Neighbours
{
    private readonly int[][] _above;
    private readonly int[][] _below;
    private readonly double[] _position;

    public Neighbours(RowSlots slots)
    {
        ILookup<int, int> above = slots.Steps.ToLookup(step => step.Lower, step => step.Upper);
        ILookup<int, int> below = slots.Steps.ToLookup(step => step.Upper, step => step.Lower);
        _above = [.. Enumerable.Range(0, slots.Count).Select(slot => above[slot].ToArray())];
        _below = [.. Enumerable.Range(0, slots.Count).Select(slot => below[slot].ToArray())];
        _position = new double[slots.Count];
    }

    /// <summary>Crossings between all neighbouring rows.</summary>
    public int Crossings(int[][] rows)
    {
        Number(rows);
        int crossings = 0;
        foreach (int[] row in rows)
        {
            for (int left = 0; left < row.Length; left++)
            {
                for (int right = left + 1; right < row.Length; right++)
                {
                    crossings += Crossings(_below[row[left]], _below[row[right]]);
                }
            }
        }

        return crossings;
    }

    /// <summary>Sorts each row by the mean position of the slots above (or below).</summary>
    public void Sweep(int[][] rows, bool isDown)
    {
        Number(rows);
        for (int step = 1; step < rows.Length; step++)
        {
            int row = isDown ? step : rows.Length - 1 - step;
            int[][] fixedSide = isDown ? _above : _below;

            // A slot without neighbours on that side stays where it is.
            rows[row] = [.. rows[row].OrderBy(slot => fixedSide[slot].Length == 0 ? _position[slot] : fixedSide[slot].Average(other => _position[other])).ThenBy(slot => _position[slot])];
            Number(rows[row]);
        }
    }

    /// <summary>Swaps neighbours in a row as long as that takes crossings away.</summary>
    public void SwapAdjacent(int[][] rows)
    {
        bool better = true;
        while (better)
        {
            better = false;
            foreach (int[] row in rows)
            {
                for (int at = 0; at + 1 < row.Length; at++)
                {
                    (int left, int right) = (row[at], row[at + 1]);
                    int now = Crossings(_above[left], _above[right]) + Crossings(_below[left], _below[right]);
                    int swapped = Crossings(_above[right], _above[left]) + Crossings(_below[right], _below[left]);
                    if (swapped < now)
                    {
                        (row[at], row[at + 1]) = (right, left);
                        (_position[left], _position[right]) = (at + 1, at);
                        better = true;
                    }
                }
            }
        }
    }

    private void Number(int[][] rows)
    {
        foreach (int[] row in rows)
        {
            Number(row);
        }
    }

    private void Number(int[] row)
    {
        for (int at = 0; at < row.Length; at++)
        {
            _position[row[at]] = at;
        }
    }

    // Between the lines of a slot and those of one to its right.
    private int Crossings(int[] ofLeft, int[] ofRight)
    {
        int crossings = 0;
        foreach (int left in ofLeft)
        {
            foreach (int right in ofRight)
            {
                crossings += _position[left] > _position[right] ? 1 : 0;
            }
        }

        return crossings;
    }
}
