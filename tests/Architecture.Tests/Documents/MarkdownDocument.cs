using System.Text;
using System.Text.RegularExpressions;
using LockGraph.Architecture.Tests.Support;

namespace LockGraph.Architecture.Tests.Documents;

/// <summary>A document as far as these tests read it: prose, headings, links and fenced blocks.</summary>
internal sealed partial class MarkdownDocument
{
    private MarkdownDocument(string file, string prose, IReadOnlyList<(string Language, string Text)> blocks)
    {
        File = file;
        Prose = prose;
        Blocks = blocks;
    }

    public static IReadOnlyList<MarkdownDocument> All { get; } = [.. Repository.FilesUnder("", ".md").Select(Read)];

    public string File { get; }

    /// <summary>Everything outside the fenced blocks.</summary>
    public string Prose { get; }

    public IReadOnlyList<(string Language, string Text)> Blocks { get; }

    /// <summary>Targets of links, as written.</summary>
    public IEnumerable<string> Links => Link().Matches(InlineCode().Replace(Prose, "")).Select(match => match.Groups["target"].Value);

    /// <summary>The anchors that a link may name.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(Prose).Select(match => Slug(match.Groups["text"].Value));

    /// <summary>Files of this repository that the text names in code style, without a link.</summary>
    public IEnumerable<string> NamedFiles => InlineCode().Matches(Prose).Select(match => match.Groups["text"].Value).Where(text => RepositoryPath().IsMatch(text));

    public static MarkdownDocument Read(string file)
    {
        var prose = new StringBuilder();
        var blocks = new List<(string, string)>();
        StringBuilder? block = null;
        string language = "";
        foreach (string line in Repository.Read(file).Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (block is null)
                {
                    block = new StringBuilder();
                    language = line[3..].Trim();
                }
                else
                {
                    blocks.Add((language, block.ToString()));
                    block = null;
                }
            }
            else
            {
                (block ?? prose).Append(line).Append('\n');
            }
        }

        return block is null ? new(file, prose.ToString(), blocks) : throw new InvalidOperationException(file + " ends inside a fenced block.");
    }

    // As the usual renderers do: lower case, spaces to dashes, punctuation gone.
    private static string Slug(string heading) => SlugNoise().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`(?<text>[^`\n]+)`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex SlugNoise();

    [GeneratedRegex(@"^(?:src|tests|samples|bench|docs|\.ci)/[\w./-]+$")]
    private static partial Regex RepositoryPath();
}
