namespace LockGraph.Reports;

/// <summary>Boxes and, where a line passes a row, a slot that keeps its way free. Every step leads from one row to the next.</summary>
/// <remarks>Slots are numbered: first the boxes, then the passages.</remarks>
internal sealed class RowSlots
{
    private const double _passageWidth = 6;

    private readonly IReadOnlyList<(double Width, double Height)> _sizes;
    private readonly List<int> _row;

    private RowSlots(IReadOnlyList<(double Width, double Height)> sizes, IEnumerable<int> rows)
    {
        _sizes = sizes;
        _row = [.. rows];
    }

    /// <summary>The slots of each row, left to right.</summary>
    public IReadOnlyList<int[]> Rows { get; private set; } = [];

    /// <summary>Every step, by line and then downwards.</summary>
    public IReadOnlyList<(int Upper, int Lower)> Steps { get; private set; } = [];

    /// <summary>The slots that each line passes, both boxes included.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Ways { get; private set; } = [];

    /// <summary>The number of slots.</summary>
    public int Count => _row.Count;

    public static RowSlots Of(IReadOnlyList<(double Width, double Height)> sizes, int[] rows, IReadOnlyList<(int Upper, int Lower)> lines)
    {
        var slots = new RowSlots(sizes, rows);
        var ways = new List<IReadOnlyList<int>>();
        foreach ((int upper, int lower) in lines)
        {
            var way = new List<int> { upper };
            for (int row = rows[upper] + 1; row < rows[lower]; row++)
            {
                way.Add(slots._row.Count);
                slots._row.Add(row);
            }

            way.Add(lower);
            ways.Add(way);
        }

        slots.Ways = ways;
        slots.Steps = [.. ways.SelectMany(way => way.Zip(way.Skip(1)))];
        slots.Rows = [.. Enumerable.Range(0, rows.Max() + 1).Select(row => Enumerable.Range(0, slots.Count).Where(slot => slots._row[slot] == row).ToArray())];
        return slots;
    }

    public int Row(int slot) => _row[slot];

    public bool IsLine(int slot) => slot >= _sizes.Count;

    public double Width(int slot) => IsLine(slot) ? _passageWidth : _sizes[slot].Width;

    public double Height(int slot) => IsLine(slot) ? 0 : _sizes[slot].Height;

    public void Reorder(IReadOnlyList<int[]> rows) => Rows = rows;
}
