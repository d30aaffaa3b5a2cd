using System.Text;

namespace LockGraph.Reports;

/// <summary>The document as GitHub-flavoured Markdown, the drawings as Mermaid blocks.</summary>
internal static class HierarchyMarkdown
{
    public static string Render(HierarchyModel model)
    {
        var text = new StringBuilder();
        foreach (PageBlock block in HierarchyPage.Of(model))
        {
            Write(text, block);
            if (block is HeadingBlock { Level: 1 })
            {
                text.Append("<!-- Written by `lockgraph docs`; changes by hand are lost. -->\n\n");
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>A phrase in running text; line breaks become spaces.</summary>
    public static string Inline(string phrase)
    {
        var text = new StringBuilder();
        foreach ((string piece, bool isCode) in Phrase.Pieces(phrase.ReplaceLineEndings(" ")))
        {
            text.Append(isCode ? Code(piece) : Escape(piece));
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, PageBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                text.Append('#', heading.Level).Append(' ').Append(Inline(heading.Text)).Append("\n\n");
                break;
            case TextBlock paragraph:
                text.Append(Inline(paragraph.Text)).Append("\n\n");
                break;
            case ListBlock list:
                foreach (string item in list.Items)
                {
                    text.Append("- ").Append(Inline(item)).Append('\n');
                }

                text.Append('\n');
                break;
            case TableBlock table:
                Table(text, table);
                break;
            case ListingBlock listing:
                Fenced(text, "text", string.Join('\n', listing.Lines));
                break;
            case DrawingBlock drawing:
                Fenced(text, "mermaid", HierarchyMermaid.One(drawing.Hierarchy).TrimEnd('\n'));
                Legend(text, drawing.Hierarchy);
                break;
        }
    }

    private static void Legend(StringBuilder text, Hierarchy hierarchy)
    {
        Drawing drawing = DrawingBuilder.Of(hierarchy);
        string[] kinds =
        [
            .. drawing.Lines.Select(line => SvgStyle.Of(line, hierarchy.IsDeclared)).Distinct().Order(StringComparer.Ordinal).Select(kind => kind switch
            {
                "lg-red" => "Red: no order fits.",
                "lg-seen" => "Blue and dashed: seen, not declared.",
                "lg-promise" => "Dotted: declared, never seen.",
                _ => "",
            }).Where(meaning => meaning.Length > 0),
            .. drawing.Lines.Any(line => line.IsBothWays) ? ["Two heads: nested both ways, by different locks of the two boxes."] : Array.Empty<string>(),
        ];
        text.Append(kinds.Length > 0 ? string.Join(' ', kinds) + "\n\n" : "");
    }

    private static void Table(StringBuilder text, TableBlock table)
    {
        if (table.IsFolded)
        {
            text.Append("<details><summary>").Append(SvgPicture.Escape(table.Caption)).Append("</summary>\n\n");
        }

        // A bar ends a cell even inside code.
        static string Cell(string phrase) => Inline(phrase).Replace("|", "\\|", StringComparison.Ordinal).Replace("\\\\|", "\\|", StringComparison.Ordinal);
        text.Append("| ").AppendJoin(" | ", table.Columns).Append(" |\n|").Append(string.Concat(Enumerable.Repeat("---|", table.Columns.Count))).Append('\n');
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(Cell)).Append(" |\n");
        }

        text.Append(table.IsFolded ? "\n</details>\n\n" : "\n");
    }

    private static void Fenced(StringBuilder text, string language, string content)
    {
        // Longer than any run of backticks inside.
        string fence = new('`', Math.Max(3, LongestRun(content) + 1));
        text.Append(fence).Append(language).Append('\n').Append(content).Append('\n').Append(fence).Append("\n\n");
    }

    private static string Code(string name)
    {
        string fence = new('`', LongestRun(name) + 1);
        string space = name.StartsWith('`') || name.EndsWith('`') ? " " : "";
        return fence + space + name + space + fence;
    }

    private static int LongestRun(string text)
    {
        int longest = 0;
        int run = 0;
        foreach (char letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (char letter in text)
        {
            if (letter is '&' or '<')
            {
                escaped.Append(letter == '&' ? "&amp;" : "&lt;");
            }
            else
            {
                escaped.Append(letter is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' ? "\\" : "").Append(letter);
            }
        }

        return escaped.ToString();
    }
}
