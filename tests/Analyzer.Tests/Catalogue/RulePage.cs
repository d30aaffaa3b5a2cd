namespace LockGraph.Analyzer.Tests.Catalogue;

/// <summary>A page of <c>docs/rules</c>, as far as the ring reads it.</summary>
internal sealed class RulePage
{
    private readonly string[] _lines;

    private RulePage(string id) => _lines = RepositoryFiles.Read(FileOf(id)).Split('\n');

    public string Title => _lines[0];

    public string Text => string.Join('\n', _lines);

    public IReadOnlyList<string> Headings => [.. Outside().Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..])];

    /// <summary>The blocks of C#.</summary>
    public IReadOnlyList<string> Code => [.. Blocks("csharp")];

    /// <summary>What the page says the analyzer says, a line each.</summary>
    public IEnumerable<string> Messages => Blocks("text").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    public static string FileOf(string id) => $"docs/rules/{id}.md";

    public static RulePage Of(string id) => new(id);

    private IEnumerable<string> Outside()
    {
        bool inside = false;
        foreach (string line in _lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside;
            }
            else if (!inside)
            {
                yield return line;
            }
        }
    }

    private IEnumerable<string> Blocks(string language)
    {
        for (int start = 0; start < _lines.Length; start++)
        {
            if (!_lines[start].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            int end = Array.FindIndex(_lines, start + 1, line => line.StartsWith("```", StringComparison.Ordinal));
            if (_lines[start] == "```" + language)
            {
                yield return string.Join('\n', _lines[(start + 1)..end]);
            }

            start = end;
        }
    }
}
