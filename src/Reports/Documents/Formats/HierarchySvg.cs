using System.Text;

namespace LockGraph.Reports;

/// <summary>The drawings of all hierarchies, one below the other, as one SVG file that follows the reader's light or dark setting.</summary>
internal static class HierarchySvg
{
    private const double _margin = 24;
    private const double _headingHeight = 40;
    private const double _between = 36;
    private const double _headingLetter = 9.5;

    public static string Render(HierarchyModel model)
    {
        var body = new StringBuilder();
        double width = 0;
        double y = _margin;
        foreach ((int index, Hierarchy hierarchy) in model.Hierarchies.Index())
        {
            Drawing drawing = DrawingBuilder.Of(hierarchy);
            Picture picture = Picture.Of(drawing);
            string heading = $"{index + 1}. {hierarchy.Name}" + (drawing.IsCollapsed ? $" ({hierarchy.Locks.Count} locks, drawn by type or namespace)" : "");
            SvgPicture.Text(body, "lg-heading", _margin, y + 16, heading, anchor: "start");
            SvgPicture.Write(body, picture, hierarchy.IsDeclared, _margin, y + _headingHeight);
            double legend = y + _headingHeight + picture.Height + 14;
            double legendWidth = SvgPicture.Legend(body, picture, hierarchy.IsDeclared, _margin, legend);
            width = Math.Max(width, Math.Max(picture.Width, Math.Max(legendWidth, heading.Length * _headingLetter)));
            y = legend + SvgPicture.LegendHeight + _between;
        }

        if (model.Alone.Count > 0 || model.Hierarchies.Count == 0)
        {
            string alone = model.Alone.Count == 0 ? "No locks." : $"Never nested with another lock: {Count(model.Alone.Count, "lock")}.";
            SvgPicture.Text(body, "lg-legend", _margin, y, alone, anchor: "start");
            width = Math.Max(width, alone.Length * SvgPicture.NoteWidth);
            y += _margin;
        }

        width = Math.Ceiling(width + (2 * _margin));
        double height = Math.Ceiling(y);
        string subject = SvgPicture.Escape(model.Subject);
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n"
            + $"<title>Lock hierarchy of {subject}</title>\n<style>\n{SvgStyle.Rules}\n</style>\n"
            + $"<rect class=\"lg-page\" width=\"{width}\" height=\"{height}\"/>\n{body}</svg>\n";
    }

    /// <summary>One hierarchy for a page that has the style rules already.</summary>
    public static string Inline(Hierarchy hierarchy)
    {
        Picture picture = Picture.Of(DrawingBuilder.Of(hierarchy));
        var svg = new StringBuilder();
        SvgPicture.Write(svg, picture, hierarchy.IsDeclared, 2, 2);
        double legend = SvgPicture.Legend(svg, picture, hierarchy.IsDeclared, 2, picture.Height + 14);
        double width = Math.Ceiling(Math.Max(picture.Width, legend) + 4);
        double height = Math.Ceiling(picture.Height + 14 + SvgPicture.LegendHeight);
        string name = SvgPicture.Escape(hierarchy.Name);
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"Drawing of {name}\" width=\"{width}\" height=\"{height}\" style=\"min-width:{width * 3 / 5}px\" viewBox=\"0 0 {width} {height}\">\n{svg}</svg>\n";
    }

    private static string Count(int count, string word) => count == 1 ? "1 " + word : $"{count} {word}s";
}
