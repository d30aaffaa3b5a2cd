using System.Globalization;
using System.Text;

namespace LockGraph.Reports;

/// <summary>Draws one placed picture as SVG elements.</summary>
internal static class SvgPicture
{
    private const double _titleBase = 19;
    private const double _noteBase = 35;
    private const double _aloneBase = 20.5;
    private const double _headLength = 8;
    private const double _headHalf = 3.6;
    private const double _legendStep = 26;

    /// <summary>Height that the legend takes.</summary>
    public const double LegendHeight = 30;

    /// <summary>Writes the elements, moved to a place.</summary>
    public static void Write(StringBuilder svg, Picture picture, bool isDeclared, double x, double y)
    {
        svg.Append("<g transform=\"translate(").Append(Number(x)).Append(' ').Append(Number(y)).Append(")\">\n");
        foreach (PlacedBox ring in picture.Rings)
        {
            Rectangle(svg, "lg-ring", ring, 8);
            Text(svg, "lg-alarm", ring.X + (ring.Width / 2), ring.Y + 18, "taken in conflicting order");
        }

        foreach (PictureLine line in picture.Lines)
        {
            Line(svg, line, SvgStyle.Of(line.Line, isDeclared));
        }

        foreach ((DrawnBox box, PlacedBox place) in picture.Boxes)
        {
            Box(svg, box, place);
        }

        svg.Append("</g>\n");
    }

    /// <summary>Explains the kinds of lines that occur.</summary>
    /// <returns>The width.</returns>
    public static double Legend(StringBuilder svg, Picture picture, bool isDeclared, double x, double y)
    {
        double at = x;
        foreach (string kind in picture.Lines.Select(line => SvgStyle.Of(line.Line, isDeclared)).Distinct().Order(StringComparer.Ordinal))
        {
            svg.Append("<path class=\"").Append(kind).Append("\" d=\"M").Append(Number(at)).Append(' ').Append(Number(y + 12)).Append('h').Append(Number(34)).Append("\"/>\n");
            string meaning = SvgStyle.Meaning(kind, isDeclared);
            Text(svg, "lg-legend", at + 42, y + 16, meaning, anchor: "start");
            at += 42 + (meaning.Length * NoteWidth) + _legendStep;
        }

        if (picture.Lines.Any(line => line.Line.IsBothWays))
        {
            const string groups = "a line with two heads: nested both ways, by different locks of the two boxes";
            Text(svg, "lg-legend", at, y + 16, groups, anchor: "start");
            at += groups.Length * NoteWidth;
        }

        return at - x;
    }

    /// <summary>Pixels per letter of a legend: an upper bound for sans-serif letters of 12 px.</summary>
    public const double NoteWidth = 6.9;

    /// <summary>A text element.</summary>
    public static void Text(StringBuilder svg, string style, double x, double y, string text, string anchor = "middle")
    {
        svg.Append("<text class=\"").Append(style).Append("\" x=\"").Append(Number(x)).Append("\" y=\"").Append(Number(y)).Append('"');
        svg.Append(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"").Append('>').Append(Escape(text)).Append("</text>\n");
    }

    /// <summary>A number as SVG writes it, to a tenth of a pixel.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Text for the content of an element or an attribute in double quotes.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static void Rectangle(StringBuilder svg, string style, PlacedBox place, double radius) =>
        svg.Append("<rect class=\"").Append(style).Append("\" x=\"").Append(Number(place.X)).Append("\" y=\"").Append(Number(place.Y))
            .Append("\" width=\"").Append(Number(place.Width)).Append("\" height=\"").Append(Number(place.Height)).Append("\" rx=\"").Append(Number(radius)).Append("\"/>\n");

    private static void Box(StringBuilder svg, DrawnBox box, PlacedBox place)
    {
        svg.Append("<g><title>").Append(Escape(box.FullName)).Append("</title>\n");
        Rectangle(svg, SvgStyle.Of(box.Kind), place, box.Kind == BoxKind.Wait ? place.Height / 2 : 5);
        double middle = place.X + (place.Width / 2);
        Text(svg, "lg-title", middle, place.Y + (box.Note.Length > 0 ? _titleBase : _aloneBase), Picture.Fitting(box.Title));
        if (box.Note.Length > 0)
        {
            Text(svg, "lg-note", middle, place.Y + _noteBase, Picture.Fitting(box.Note));
        }

        svg.Append("</g>\n");
    }

    private static void Line(StringBuilder svg, PictureLine line, string style)
    {
        (double X, double Y)[] points = [.. line.Points];
        bool headAtEnd = !line.IsUpward || line.Line.IsBothWays;
        bool headAtStart = line.IsUpward || line.Line.IsBothWays;

        // The stroke ends inside the head, so that its blunt end does not show at the tip.
        (double X, double Y) first = points[0];
        (double X, double Y) last = points[^1];
        svg.Append("<path class=\"").Append(style).Append("\" d=\"M").Append(Point(first.X, first.Y + (headAtStart ? _headLength - 1 : 0)));
        for (int at = 1; at < points.Length; at++)
        {
            (double x, double y) = points[at];
            double end = at == points.Length - 1 && headAtEnd ? y - _headLength + 1 : y;
            if (at % 2 == 1)
            {
                // Inside a row, straight down; at its end the next curve begins.
                if (y > points[at - 1].Y || at == points.Length - 1)
                {
                    svg.Append('L').Append(Point(x, end));
                }
            }
            else
            {
                double stop = at == points.Length - 2 && headAtEnd ? y - _headLength + 1 : y;
                double middle = (points[at - 1].Y + stop) / 2;
                svg.Append('C').Append(Point(points[at - 1].X, middle)).Append(' ').Append(Point(x, middle)).Append(' ').Append(Point(x, stop));
            }
        }

        svg.Append("\"/>\n");
        if (headAtEnd)
        {
            Head(svg, style, last.X, last.Y, -_headLength);
        }

        if (headAtStart)
        {
            Head(svg, style, first.X, first.Y, _headLength);
        }
    }

    private static void Head(StringBuilder svg, string style, double x, double y, double back) =>
        svg.Append("<path class=\"").Append(SvgStyle.HeadOf(style)).Append("\" d=\"M").Append(Point(x, y)).Append('L').Append(Point(x - _headHalf, y + back))
            .Append('L').Append(Point(x + _headHalf, y + back)).Append("Z\"/>\n");

    private static string Point(double x, double y) => Number(x) + " " + Number(y);
}
