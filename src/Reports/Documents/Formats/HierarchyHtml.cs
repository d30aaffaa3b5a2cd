using System.Text;

namespace LockGraph.Reports;

/// <summary>The document as one HTML file without scripts and without a network, light and dark as the reader has it.</summary>
internal static class HierarchyHtml
{
    private const string _style = """
        :root{color-scheme:light dark;--text:#1f2328;--quiet:#59636e;--line:#d1d9e0;--code:#eff1f3;--page:#ffffff;--stripe:#f6f8fa;--link:#0969da}
        @media (prefers-color-scheme:dark){:root{--text:#f0f6fc;--quiet:#9198a1;--line:#3d444d;--code:#262c36;--page:#0d1117;--stripe:#151b23;--link:#4493f8}}
        body{margin:0 auto;padding:2rem 1.5rem 4rem;max-width:76rem;background:var(--page);color:var(--text);font:16px/1.55 system-ui,"Segoe UI","DejaVu Sans",Helvetica,Arial,sans-serif}
        h1,h2,h3{line-height:1.25;margin:2rem 0 .75rem}
        h2{padding-bottom:.3rem;border-bottom:1px solid var(--line)}
        code,pre{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.86em}
        code{background:var(--code);border-radius:4px;padding:.1em .3em}
        td code{display:inline-block}
        h1 code,h2 code,h3 code{background:none;padding:0;font-size:1em}
        pre{background:var(--stripe);border:1px solid var(--line);border-radius:6px;padding:.9rem 1rem;overflow:auto;line-height:1.5}
        .wide{overflow-x:auto}
        .drawing{margin:1rem 0}
        .drawing svg{max-width:100%;height:auto}
        table{border-collapse:collapse;font-size:.9rem}
        th,td{border:1px solid var(--line);padding:.4rem .65rem;text-align:left;vertical-align:top}
        th{background:var(--stripe);white-space:nowrap}
        tbody tr:nth-child(even){background:var(--stripe)}
        summary{cursor:pointer;color:var(--link);margin:.5rem 0}
        a{color:var(--link)}
        nav ol{columns:2;padding-left:1.4rem}
        .lg-page{display:none}
        """;

    public static string Render(HierarchyModel model)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta name=\"generator\" content=\"lockgraph docs\">\n<title>").Append(SvgPicture.Escape("Lock hierarchy of " + model.Subject)).Append("</title>\n<style>\n");
        html.Append(_style).Append('\n').Append(SvgStyle.Rules).Append("\n</style>\n</head>\n<body>\n");
        int hierarchies = 0;
        foreach (PageBlock block in HierarchyPage.Of(model))
        {
            hierarchies += block is HeadingBlock { Level: 2 } ? 1 : 0;
            Write(html, block, hierarchies);
            if (block is HeadingBlock { Level: 1 } && model.Hierarchies.Count > 1)
            {
                Contents(html, model);
            }
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Contents(StringBuilder html, HierarchyModel model)
    {
        int before = model.Errors.Count > 0 ? 1 : 0;
        html.Append("<nav aria-label=\"Hierarchies\"><ol>\n");
        foreach ((int index, Hierarchy hierarchy) in model.Hierarchies.Index())
        {
            html.Append("<li><a href=\"#s").Append(index + 1 + before).Append("\"><code>").Append(SvgPicture.Escape(hierarchy.Name)).Append("</code></a>, ");
            html.Append(Phrase.Count(hierarchy.Locks.Count, "lock")).Append("</li>\n");
        }

        html.Append("</ol></nav>\n");
    }

    private static void Write(StringBuilder html, PageBlock block, int section)
    {
        switch (block)
        {
            case HeadingBlock heading:
                string id = heading.Level == 2 ? $" id=\"s{section}\"" : "";
                html.Append("<h").Append(heading.Level).Append(id).Append('>').Append(Inline(heading.Text)).Append("</h").Append(heading.Level).Append(">\n");
                break;
            case TextBlock paragraph:
                html.Append("<p>").Append(Inline(paragraph.Text)).Append("</p>\n");
                break;
            case ListBlock list:
                html.Append("<ul>\n").Append(string.Concat(list.Items.Select(item => $"<li>{Inline(item)}</li>\n"))).Append("</ul>\n");
                break;
            case TableBlock table:
                Table(html, table);
                break;
            case ListingBlock listing:
                html.Append("<pre>").Append(SvgPicture.Escape(string.Join('\n', listing.Lines))).Append("</pre>\n");
                break;
            case DrawingBlock drawing:
                html.Append("<div class=\"drawing wide\">\n").Append(HierarchySvg.Inline(drawing.Hierarchy)).Append("</div>\n");
                break;
        }
    }

    private static void Table(StringBuilder html, TableBlock table)
    {
        html.Append(table.IsFolded ? $"<details><summary>{SvgPicture.Escape(table.Caption)}</summary>\n" : "").Append("<div class=\"wide\"><table>\n<thead><tr>");
        html.Append(string.Concat(table.Columns.Select(column => $"<th scope=\"col\">{SvgPicture.Escape(column)}</th>"))).Append("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            html.Append("<tr>").Append(string.Concat(row.Select(cell => $"<td>{Inline(cell)}</td>"))).Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n").Append(table.IsFolded ? "</details>\n" : "");
    }

    private static string Inline(string phrase) =>
        string.Concat(Phrase.Pieces(phrase).Select(piece => piece.IsCode ? $"<code>{Breakable(piece.Text)}</code>" : SvgPicture.Escape(piece.Text)));

    // A long name may break before a dot, never inside a word.
    private static string Breakable(string name) => SvgPicture.Escape(name).Replace(".", "<wbr>.", StringComparison.Ordinal);
}
