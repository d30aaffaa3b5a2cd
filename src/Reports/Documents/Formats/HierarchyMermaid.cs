using System.Globalization;
using System.Text;

namespace LockGraph.Reports;

/// <summary>Drawings as Mermaid flowcharts, in the part of the language that GitHub renders.</summary>
internal static class HierarchyMermaid
{
    private const string _red = "#cf222e";
    private const string _blue = "#0969da";
    private const string _grey = "#818b98";

    /// <summary>All hierarchies in one flowchart; each in a frame when there are several.</summary>
    public static string Render(HierarchyModel model)
    {
        var chart = new Chart();
        foreach ((int index, Hierarchy hierarchy) in model.Hierarchies.Index())
        {
            bool isFramed = model.Hierarchies.Count > 1;
            if (isFramed)
            {
                // Not "1. name": newer versions take that for a list.
                chart.Text.Append("  subgraph h").Append(index + 1).Append("[\"").Append(Escape($"({index + 1}) {hierarchy.Name}")).Append("\"]\n");
            }

            chart.Add(hierarchy);
            chart.Text.Append(isFramed ? "  end\n" : "");
        }

        return chart.ToString();
    }

    /// <summary>One hierarchy.</summary>
    public static string One(Hierarchy hierarchy)
    {
        var chart = new Chart();
        chart.Add(hierarchy);
        return chart.ToString();
    }

    /// <summary>A text between the quotes of a label: whatever the language might read is an entity of it.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (char letter in text)
        {
            escaped.Append(letter switch
            {
                '"' => "#quot;",
                '<' => "#lt;",
                '>' => "#gt;",
                '&' => "#amp;",
                '#' or ';' or ':' or '`' or '\\' or '*' or '_' or '~' or '[' or ']' or '{' or '}' or '(' or ')' or '|' or '%' or '@' or '\r' or '\n' =>
                    "#" + ((int)letter).ToString(CultureInfo.InvariantCulture) + ";",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    private sealed class Chart
    {
        private readonly List<int> _redLines = [];
        private readonly List<int> _blueLines = [];
        private readonly List<int> _greyLines = [];
        private readonly List<string> _rings = [];
        private readonly List<string> _groups = [];
        private int _boxes;
        private int _lines;

        public StringBuilder Text { get; } = new();

        public void Add(Hierarchy hierarchy)
        {
            Drawing drawing = DrawingBuilder.Of(hierarchy);
            string[] ids = [.. drawing.Boxes.Select(_ => "n" + (_boxes++).ToString(CultureInfo.InvariantCulture))];
            foreach (IReadOnlyList<int> ring in drawing.Rings)
            {
                string id = $"r{_rings.Count}";
                _rings.Add(id);
                Text.Append("  subgraph ").Append(id).Append("[\"taken in conflicting order\"]\n");
                foreach (int box in ring)
                {
                    Box("    ", ids[box], drawing.Boxes[box]);
                }

                Text.Append("  end\n");
            }

            for (int box = 0; box < ids.Length; box++)
            {
                if (!drawing.Rings.Any(ring => ring.Contains(box)))
                {
                    Box("  ", ids[box], drawing.Boxes[box]);
                }
            }

            foreach (DrawnLine line in drawing.Lines)
            {
                string style = SvgStyle.Of(line, hierarchy.IsDeclared);
                string arrow = (style == "lg-promise", line.IsBothWays) switch { (true, false) => "-.->", (true, true) => "<-.->", (false, true) => "<-->", _ => "-->" };
                Text.Append("  ").Append(ids[line.Outer]).Append(' ').Append(arrow).Append(' ').Append(ids[line.Inner]).Append('\n');
                (style switch { "lg-red" => _redLines, "lg-seen" => _blueLines, "lg-promise" => _greyLines, _ => null })?.Add(_lines);
                _lines++;
            }
        }

        public override string ToString()
        {
            var all = new StringBuilder("flowchart TB\n").Append(Text);
            Lines(all, _redLines, $"stroke:{_red},stroke-width:2px");
            Lines(all, _blueLines, $"stroke:{_blue},stroke-dasharray:9 4");
            Lines(all, _greyLines, $"stroke:{_grey}");
            foreach (string ring in _rings)
            {
                all.Append("  style ").Append(ring).Append($" fill:none,stroke:{_red},stroke-width:2px\n");
            }

            if (_groups.Count > 0)
            {
                all.Append($"  classDef group stroke:{_blue},stroke-width:2px\n  class ").AppendJoin(',', _groups).Append(" group\n");
            }

            return all.ToString();
        }

        private static void Lines(StringBuilder all, List<int> lines, string style)
        {
            if (lines.Count > 0)
            {
                all.Append("  linkStyle ").AppendJoin(',', lines).Append(' ').Append(style).Append('\n');
            }
        }

        private void Box(string indent, string id, DrawnBox box)
        {
            (string open, string close) = box.Kind == BoxKind.Wait ? ("([\"", "\"])") : ("[\"", "\"]");
            Text.Append(indent).Append(id).Append(open).Append(Escape(box.Title));
            Text.Append(box.Note.Length > 0 ? "<br>" + Escape(box.Note) : "").Append(close).Append('\n');
            if (box.Kind == BoxKind.Group)
            {
                _groups.Add(id);
            }
        }
    }
}
