using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace LockGraph.Cli.Docs;

/// <summary>How two texts differ, line by line, for people: what is gone, what is new, and the lines around it.</summary>
internal sealed class LineDifference
{
    private const int _context = 2;
    private const int _mostLines = 80;

    private LineDifference(IReadOnlyList<string> lines, int gone, int added)
    {
        Lines = lines;
        Gone = gone;
        Added = added;
    }

    /// <summary>The lines to print; empty when the texts are equal.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The number of lines that are gone.</summary>
    public int Gone { get; }

    /// <summary>The number of lines that are new.</summary>
    public int Added { get; }

    /// <summary>Compares two texts.</summary>
    /// <param name="before">The text as it is.</param>
    /// <param name="after">The text as it should be.</param>
    public static LineDifference Of(string before, string after)
    {
        (char Sign, string Text, int Line)[] script = [.. Script(Differ.Instance.CreateDiffs(before, after, false, false, LineChunker.Instance))];
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

        return new LineDifference(
            printed.Count <= _mostLines ? printed : [.. printed.Take(_mostLines), $"… and {printed.Count - _mostLines} more lines"],
            script.Count(line => line.Sign == '-'),
            script.Count(line => line.Sign == '+'));
    }

    private static IEnumerable<(char Sign, string Text, int Line)> Script(DiffResult difference)
    {
        int at = 0;
        foreach (DiffBlock block in difference.DiffBlocks)
        {
            for (; at < block.DeleteStartA; at++)
            {
                yield return (' ', difference.PiecesOld[at], at + 1);
            }

            for (; at < block.DeleteStartA + block.DeleteCountA; at++)
            {
                yield return ('-', difference.PiecesOld[at], at + 1);
            }

            for (int added = block.InsertStartB; added < block.InsertStartB + block.InsertCountB; added++)
            {
                yield return ('+', difference.PiecesNew[added], at + 1);
            }
        }

        for (; at < difference.PiecesOld.Count; at++)
        {
            yield return (' ', difference.PiecesOld[at], at + 1);
        }
    }
}
