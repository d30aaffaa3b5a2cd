namespace LockGraph.Reports;

/// <summary>A drawing with a place for everything, rings boxed.</summary>
/// <param name="Boxes">The boxes, in the order of the drawing.</param>
/// <param name="Rings">The frames around rings.</param>
/// <param name="Lines">The lines, in the order of the drawing.</param>
/// <param name="Width">Of everything.</param>
/// <param name="Height">Of everything.</param>
internal sealed record Picture(
    IReadOnlyList<(DrawnBox Box, PlacedBox Place)> Boxes,
    IReadOnlyList<PlacedBox> Rings,
    IReadOnlyList<PictureLine> Lines,
    double Width,
    double Height)
{
    /// <summary>Pixels per letter of a title: monospace letters of 13 px are at most this wide.</summary>
    public const double TitleLetter = 7.85;

    /// <summary>Pixels per letter of a note, at 11 px.</summary>
    public const double NoteLetter = 6.65;

    private const int _mostLetters = 56;
    private const double _sidePadding = 12;
    private const double _leastWidth = 84;
    private const double _height = 46;
    private const double _heightWithoutNote = 32;
    private const double _ringPadding = 20;
    private const double _ringHeading = 22;

    // A line that goes against a promise is the one to draw upwards.
    private const int _promiseWeight = 4;

    private static readonly EdgeStanding[] _mostTelling =
        [EdgeStanding.AgainstDeclared, EdgeStanding.SeenOnly, EdgeStanding.DeclaredAndSeen, EdgeStanding.DeclaredOnly];

    /// <summary>Lays a drawing out.</summary>
    public static Picture Of(Drawing drawing)
    {
        (double Width, double Height)[] sizes = [.. drawing.Boxes.Select(Size)];
        int[] unitOf = Units(drawing, out int units);
        var unitSizes = new (double Width, double Height)[units];
        PlacedDrawing?[] inside = new PlacedDrawing?[units];
        IReadOnlyList<bool>?[] insideUp = new IReadOnlyList<bool>?[units];
        List<int>[] members = [.. Enumerable.Range(0, units).Select(unit => Enumerable.Range(0, unitOf.Length).Where(box => unitOf[box] == unit).ToList())];
        for (int unit = 0; unit < units; unit++)
        {
            if (members[unit].Count == 1)
            {
                unitSizes[unit] = sizes[members[unit][0]];
                continue;
            }

            (int, int)[] lines = [.. LinesInside(drawing, unitOf, unit).Select(line => (members[unit].IndexOf(line.Outer), members[unit].IndexOf(line.Inner)))];
            insideUp[unit] = OneWay.Upward(members[unit].Count, [.. LinesInside(drawing, unitOf, unit).Zip(lines, (line, ends) => (ends.Item1, ends.Item2, Weight(line)))]);
            PlacedDrawing ring = inside[unit] = LayeredLayout.Place([.. members[unit].Select(box => sizes[box])], Downwards(lines, insideUp[unit]!));
            unitSizes[unit] = (ring.Width + (2 * _ringPadding), ring.Height + (2 * _ringPadding) + _ringHeading);
        }

        // Several lines between a ring and one box are one line: the ring is a unit.
        DrawnLine[] between =
        [
            .. drawing.Lines.Where(line => unitOf[line.Outer] != unitOf[line.Inner]).GroupBy(line => (unitOf[line.Outer], unitOf[line.Inner]))
                .Select(lines => lines.MinBy(line => Array.IndexOf(_mostTelling, line.Standing))!),
        ];
        IReadOnlyList<bool> up = OneWay.Upward(units, [.. between.Select(line => (unitOf[line.Outer], unitOf[line.Inner], Weight(line)))]);
        PlacedDrawing whole = LayeredLayout.Place(unitSizes, Downwards([.. between.Select(line => (unitOf[line.Outer], unitOf[line.Inner]))], up));
        var places = new PlacedBox[drawing.Boxes.Count];
        var lineOf = new List<PictureLine>();
        for (int unit = 0; unit < units; unit++)
        {
            PlacedBox at = whole.Boxes[unit];
            if (inside[unit] is not { } ring)
            {
                places[members[unit][0]] = at;
                continue;
            }

            (double x, double y) = (at.X + _ringPadding, at.Y + _ringPadding + _ringHeading);
            foreach ((int index, PlacedBox box) in ring.Boxes.Index())
            {
                places[members[unit][index]] = box with { X = box.X + x, Y = box.Y + y };
            }

            lineOf.AddRange(LinesInside(drawing, unitOf, unit).Select((line, index) =>
                new PictureLine(line, [.. ring.Lines[index].Select(point => (point.X + x, point.Y + y))], insideUp[unit]![index])));
        }

        lineOf.AddRange(between.Select((line, index) => new PictureLine(line, whole.Lines[index], up[index])));
        return new Picture(
            [.. drawing.Boxes.Zip(places)],
            [.. Enumerable.Range(0, units).Where(unit => members[unit].Count > 1).Select(unit => whole.Boxes[unit])],
            lineOf,
            whole.Width,
            whole.Height);
    }

    /// <summary>A title that fits its box: the end of a long name says more than its beginning.</summary>
    public static string Fitting(string title) => title.Length <= _mostLetters ? title : "…" + title[^(_mostLetters - 1)..];

    private static (double Width, double Height) Size(DrawnBox box) => (
        Math.Ceiling(Math.Max(_leastWidth, Math.Max(Fitting(box.Title).Length * TitleLetter, Fitting(box.Note).Length * NoteLetter) + (2 * _sidePadding))),
        box.Note.Length > 0 ? _height : _heightWithoutNote);

    private static int[] Units(Drawing drawing, out int units)
    {
        int[] unitOf = new int[drawing.Boxes.Count];
        int next = 0;
        for (int box = 0; box < unitOf.Length; box++)
        {
            int at = box;
            IReadOnlyList<int>? ring = drawing.Rings.FirstOrDefault(ring => ring.Contains(at));
            unitOf[box] = ring is null || ring.Min() == box ? next++ : unitOf[ring.Min()];
        }

        units = next;
        return unitOf;
    }

    private static IEnumerable<DrawnLine> LinesInside(Drawing drawing, int[] unitOf, int unit) =>
        drawing.Lines.Where(line => unitOf[line.Outer] == unit && unitOf[line.Inner] == unit);

    private static int Weight(DrawnLine line) => line.Standing is EdgeStanding.DeclaredAndSeen or EdgeStanding.DeclaredOnly ? _promiseWeight : 1;

    private static (int, int)[] Downwards((int Outer, int Inner)[] lines, IReadOnlyList<bool> isUp) =>
        [.. lines.Select((line, index) => isUp[index] ? (line.Inner, line.Outer) : line)];
}

/// <summary>A line with its way.</summary>
/// <param name="Line">What it says.</param>
/// <param name="Points">From the upper box to the lower one.</param>
/// <param name="IsUpward">True when the inner box is the upper one.</param>
internal sealed record PictureLine(DrawnLine Line, IReadOnlyList<(double X, double Y)> Points, bool IsUpward);
