namespace LockGraph.Reports;

/// <summary>Chooses lines to draw upwards, so that the others have a direction: few of them, and promises last.</summary>
/// <remarks>The greedy of Eades, Lin and Smyth: what only leads out goes first, what is only led to goes last, else the box that leads out most.</remarks>
internal static class OneWay
{
    /// <summary>For each line whether it goes up.</summary>
    public static IReadOnlyList<bool> Upward(int count, IReadOnlyList<(int Outer, int Inner, int Weight)> lines)
    {
        var left = new SortedSet<int>(Enumerable.Range(0, count));
        var first = new List<int>();
        var last = new List<int>();
        int[] outward = new int[count];
        int[] inward = new int[count];
        foreach ((int outer, int inner, int weight) in lines)
        {
            outward[outer] += weight;
            inward[inner] += weight;
        }

        while (left.Count > 0)
        {
            int next = left.FirstOrDefault(box => inward[box] == 0, -1);
            if (next >= 0)
            {
                first.Add(next);
            }
            else if ((next = left.FirstOrDefault(box => outward[box] == 0, -1)) >= 0)
            {
                last.Add(next);
            }
            else
            {
                next = left.OrderByDescending(box => outward[box] - inward[box]).ThenBy(box => box).First();
                first.Add(next);
            }

            left.Remove(next);
            foreach ((int outer, int inner, int weight) in lines)
            {
                inward[inner] -= outer == next ? weight : 0;
                outward[outer] -= inner == next ? weight : 0;
            }
        }

        last.Reverse();
        int[] position = new int[count];
        foreach ((int at, int box) in first.Concat(last).Index())
        {
            position[box] = at;
        }

        return [.. lines.Select(line => position[line.Outer] > position[line.Inner])];
    }
}
