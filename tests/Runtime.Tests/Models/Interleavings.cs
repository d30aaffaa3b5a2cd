namespace LockGraph.Runtime.Tests.Models;

/// <summary>Every order in which the steps of several threads can follow each other.</summary>
internal static class Interleavings
{
    /// <summary>Gives each schedule as the sequence of thread numbers; thread i takes <paramref name="steps"/>[i] steps.</summary>
    public static IEnumerable<int[]> Of(params int[] steps)
    {
        var schedule = new int[steps.Sum()];
        return Extend(schedule, 0, [.. steps]);
    }

    private static IEnumerable<int[]> Extend(int[] schedule, int length, int[] left)
    {
        if (length == schedule.Length)
        {
            yield return [.. schedule];
            yield break;
        }

        for (int thread = 0; thread < left.Length; thread++)
        {
            if (left[thread] == 0)
            {
                continue;
            }

            left[thread]--;
            schedule[length] = thread;
            foreach (int[] whole in Extend(schedule, length + 1, left))
            {
                yield return whole;
            }

            left[thread]++;
        }
    }
}
