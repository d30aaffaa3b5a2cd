namespace LockGraph.Cli.Docs;

/// <summary>How two texts differ, line by line, for people: what is gone, what is new, and the lines around it.</summary>
internal static class LineDifference
{
    private const int _context = 2;
    private const int _mostLines = 80;

    // Beyond this the table of common lines is not worth its memory: everything between the common ends counts as replaced.
    private const long _mostPairs = 16_000_000;

    /// <summary>The lines to print; empty when the texts are equal.</summary>
    /// <param name="before">The text as it is.</param>
    /// <param name="after">The text as it should be.</param>
    public static IReadOnlyList<string> Of(string before, string after)
    {
        (char Sign, string Text, int Line)[] script = [.. Script(before.Split('\n'), after.Split('\n'))];
        var printed = new List<string>();
        int last = -1;
        for (int at = 0; at < script.Length; at++)
        {
            bool isNear = script.Skip(Math.Max(0, at - _context)).Take(Math.Min(at, _context) + 1 + _context).Any(line => line.Sign != ' ');
            if (!isNear)
            {
                continue;
            }

            if (at != last + 1 || last < 0)
            {
                printed.Add($"@ line {script[at].Line}");
            }

            last = at;
            printed.Add((script[at].Sign + " " + script[at].Text).TrimEnd());
        }

        return printed.Count <= _mostLines ? printed : [.. printed.Take(_mostLines), $"… and {printed.Count - _mostLines} more lines"];
    }

    /// <summary>The number of lines that are gone and new.</summary>
    public static (int Gone, int New) Count(string before, string after)
    {
        var script = Script(before.Split('\n'), after.Split('\n')).ToList();
        return (script.Count(line => line.Sign == '-'), script.Count(line => line.Sign == '+'));
    }

    private static IEnumerable<(char Sign, string Text, int Line)> Script(string[] before, string[] after)
    {
        int head = 0;
        while (head < before.Length && head < after.Length && before[head] == after[head])
        {
            head++;
        }

        int tail = 0;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        for (int at = 0; at < head; at++)
        {
            yield return (' ', before[at], at + 1);
        }

        foreach ((char sign, string text, int line) in Middle(before[head..^tail], after[head..^tail]))
        {
            yield return (sign, text, line + head);
        }

        for (int at = before.Length - tail; at < before.Length; at++)
        {
            yield return (' ', before[at], at + 1);
        }
    }

    // Longest common subsequence by the textbook table; documents are some hundred lines, and their common ends are cut off.
    private static IEnumerable<(char Sign, string Text, int Line)> Middle(string[] before, string[] after)
    {
        bool isSmall = (long)before.Length * after.Length <= _mostPairs;
        int[,] common = isSmall ? Common(before, after) : new int[1, 1];
        int at = 0;
        int to = 0;
        while (at < before.Length || to < after.Length)
        {
            if (isSmall && at < before.Length && to < after.Length && before[at] == after[to])
            {
                yield return (' ', before[at], at + 1);
                at++;
                to++;
            }
            else if (at < before.Length && (to == after.Length || !isSmall || common[at + 1, to] >= common[at, to + 1]))
            {
                yield return ('-', before[at], at + 1);
                at++;
            }
            else
            {
                yield return ('+', after[to], at + 1);
                to++;
            }
        }
    }

    private static int[,] Common(string[] before, string[] after)
    {
        int[,] common = new int[before.Length + 1, after.Length + 1];
        for (int at = before.Length - 1; at >= 0; at--)
        {
            for (int to = after.Length - 1; to >= 0; to--)
            {
                common[at, to] = before[at] == after[to] ? common[at + 1, to + 1] + 1 : Math.Max(common[at + 1, to], common[at, to + 1]);
            }
        }

        return common;
    }
}
