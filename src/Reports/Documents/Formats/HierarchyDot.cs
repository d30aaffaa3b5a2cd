using System.Globalization;
using System.Text;

namespace LockGraph.Reports;

/// <summary>Drawings in the DOT language of Graphviz; a cluster for each hierarchy and each ring.</summary>
internal static class HierarchyDot
{
    public static string Render(HierarchyModel model)
    {
        var dot = new StringBuilder();
        dot.Append("digraph \"").Append(Escape("Lock hierarchy of " + model.Subject)).Append("\" {\n  rankdir=TB\n  node [shape=box style=rounded fontname=\"monospace\"]\n  edge [arrowsize=0.7]\n");
        int boxes = 0;
        int rings = 0;
        foreach ((int index, Hierarchy hierarchy) in model.Hierarchies.Index())
        {
            Drawing drawing = DrawingBuilder.Of(hierarchy);
            string[] ids = [.. drawing.Boxes.Select(_ => "n" + (boxes++).ToString(CultureInfo.InvariantCulture))];
            dot.Append("  subgraph cluster_h").Append(index + 1).Append(" {\n    label=\"").Append(Escape($"{index + 1}. {hierarchy.Name}")).Append("\"\n    color=\"#818b98\"\n");
            foreach (IReadOnlyList<int> ring in drawing.Rings)
            {
                dot.Append("    subgraph cluster_r").Append(rings++).Append(" {\n      label=\"taken in conflicting order\"\n      color=\"#cf222e\"\n      fontcolor=\"#cf222e\"\n      penwidth=2\n");
                foreach (int box in ring)
                {
                    Box(dot, "      ", ids[box], drawing.Boxes[box]);
                }

                dot.Append("    }\n");
            }

            for (int box = 0; box < ids.Length; box++)
            {
                if (!drawing.Rings.Any(ring => ring.Contains(box)))
                {
                    Box(dot, "    ", ids[box], drawing.Boxes[box]);
                }
            }

            foreach (DrawnLine line in drawing.Lines)
            {
                string style = SvgStyle.Of(line, hierarchy.IsDeclared) switch
                {
                    "lg-red" => " color=\"#cf222e\" penwidth=2",
                    "lg-seen" => " color=\"#0969da\" style=dashed",
                    "lg-promise" => " color=\"#818b98\" style=dotted",
                    _ => "",
                } + (line.IsBothWays ? " dir=both" : "");
                dot.Append("    ").Append(ids[line.Outer]).Append(" -> ").Append(ids[line.Inner]);
                dot.Append(style.Length > 0 ? $" [{style[1..]}]" : "").Append('\n');
            }

            dot.Append("  }\n");
        }

        return dot.Append("}\n").ToString();
    }

    /// <summary>A text between double quotes. Graphviz reads entities in labels, so ampersands are written as one.</summary>
    public static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    private static void Box(StringBuilder dot, string indent, string id, DrawnBox box)
    {
        dot.Append(indent).Append(id).Append(" [label=\"").Append(Escape(box.Title)).Append(box.Note.Length > 0 ? "\\n" + Escape(box.Note) : "").Append('"');
        dot.Append(box.Kind switch
        {
            BoxKind.Group => " style=\"rounded,filled\" fillcolor=\"#ddf4ff\" color=\"#0969da\"",
            BoxKind.NotFound => " style=\"rounded,dashed\" color=\"#818b98\"",
            BoxKind.Wait => " shape=ellipse",
            _ => "",
        });
        dot.Append("]\n");
    }
}
