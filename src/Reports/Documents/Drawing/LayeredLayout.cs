namespace LockGraph.Reports;

/// <summary>Gives boxes and lines their places: rows from the outermost down, lines that never touch a box they do not belong to.</summary>
/// <remarks>
/// Rows by longest path (bounded in width), order inside rows by GraphShape and improved, positions by least squares. Everything is
/// arithmetic on the input in its order: the same picture on every run and machine.
/// </remarks>
internal static class LayeredLayout
{
    private const double _boxGap = 26;
    private const double _lineGap = 14;
    private const double _leastRowGap = 42;
    private const double _mostRowGap = 96;
    private const double _gapPerSpan = 0.07;

    /// <summary>Lays out boxes.</summary>
    /// <param name="sizes">Width and height of each box.</param>
    /// <param name="lines">Lines from upper to lower boxes, without a ring.</param>
    public static PlacedDrawing Place(IReadOnlyList<(double Width, double Height)> sizes, IReadOnlyList<(int Upper, int Lower)> lines)
    {
        int[] rows = RowAssignment.Of(sizes, lines, _boxGap);
        RowSlots slots = RowSlots.Of(sizes, rows, lines);
        double[] x = [];
        double narrowest = double.PositiveInfinity;
        IReadOnlyList<int[]> chosen = slots.Rows;
        foreach (IReadOnlyList<int[]> order in RowOrder.Of(slots))
        {
            slots.Reorder(order);
            double[] placed = RowPositions.Of(slots, (left, right) => Gap(slots.IsLine(left), slots.IsLine(right)));
            double width = Right(slots, placed) - Left(slots, placed);
            if (width < narrowest)
            {
                (x, narrowest, chosen) = (placed, width, order);
            }
        }

        slots.Reorder(chosen);
        double least = Left(slots, x);
        for (int slot = 0; slot < x.Length; slot++)
        {
            x[slot] = Math.Round(x[slot] - least, 1);
        }

        double[] tops = new double[slots.Rows.Count];
        double[] bottoms = new double[slots.Rows.Count];
        double y = 0;
        for (int row = 0; row < slots.Rows.Count; row++)
        {
            tops[row] = y;
            bottoms[row] = y + slots.Rows[row].Where(slot => !slots.IsLine(slot)).Max(slot => sizes[slot].Height);
            double span = slots.Steps.Where(step => slots.Row(step.Upper) == row).Select(step => Math.Abs(x[step.Upper] - x[step.Lower])).DefaultIfEmpty(0).Max();
            y = Math.Round(bottoms[row] + Math.Clamp(span * _gapPerSpan, _leastRowGap, _mostRowGap), 1);
        }

        var boxes = sizes.Select((size, box) => new PlacedBox(Math.Round(x[box] - (size.Width / 2), 1), tops[rows[box]], size.Width, size.Height)).ToList();
        return new PlacedDrawing(
            boxes,
            LineRoutes.Of(slots, x, tops, bottoms, boxes),
            Right(slots, x),
            bottoms[^1]);
    }

    private static double Gap(bool leftIsLine, bool rightIsLine) =>
        leftIsLine && rightIsLine ? _lineGap : leftIsLine || rightIsLine ? (_boxGap + _lineGap) / 2 : _boxGap;

    private static double Left(RowSlots slots, double[] x) => slots.Rows.SelectMany(row => row).Min(slot => x[slot] - (slots.Width(slot) / 2));

    private static double Right(RowSlots slots, double[] x) => slots.Rows.SelectMany(row => row).Max(slot => x[slot] + (slots.Width(slot) / 2));
}

/// <summary>A box with its place.</summary>
internal sealed record PlacedBox(double X, double Y, double Width, double Height);

/// <summary>Boxes and lines with their places; the upper left corner is the origin.</summary>
/// <param name="Boxes">In the order in which they were given.</param>
/// <param name="Lines">Likewise; the points that a line passes from upper to lower box.</param>
/// <param name="Width">Of everything.</param>
/// <param name="Height">Of everything.</param>
internal sealed record PlacedDrawing(IReadOnlyList<PlacedBox> Boxes, IReadOnlyList<IReadOnlyList<(double X, double Y)>> Lines, double Width, double Height);
