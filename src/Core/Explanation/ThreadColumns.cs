using System.Text;

namespace LockGraph.Core;

/// <summary>Draws how threads meet: one column per thread, time runs down. Any number of threads.</summary>
internal static class ThreadColumns
{
    private const int _gap = 3;

    /// <summary>The drawing, a line per string; empty when the violation is no ring.</summary>
    public static string[] Render(Violation violation)
    {
        List<Column> columns = violation.Kind == ViolationKind.LiveDeadlock
            ? [.. violation.Waits.Select(Waiting)]
            : [.. violation.Cycle.Select(Meeting)];
        if (columns.Count < 2)
        {
            return [];
        }

        DistinctTitles(columns);
        var lines = new List<string> { Row(columns, column => column.Title), Row(columns, column => new string('-', column.Width)) };

        // First everybody takes the outer lock, then everybody asks for the inner one: the one schedule that closes the ring.
        for (int i = 0; i < columns.Count; i++)
        {
            int at = i;
            lines.Add(Row(columns, column => ReferenceEquals(column, columns[at]) ? column.Takes : ""));
        }

        for (int i = 0; i < columns.Count; i++)
        {
            int at = i;
            lines.Add(Row(columns, column => ReferenceEquals(column, columns[at]) ? column.WaitsFor : ""));
        }

        return [.. lines];
    }

    private static Column Meeting(CycleEdge edge) => edge.Witness is { } witness
        ? new Column(witness.Run is null ? witness.Flow : witness.Flow + " of " + witness.Run, Line("holds", edge.Outer, witness.Outer), Line("waits for", edge.Inner, witness.Inner))
        : new Column("as declared", "holds " + edge.Outer, "waits for " + edge.Inner);

    private static Column Waiting(LockWait wait) => new(
        wait.Flow,
        "holds " + (wait.Held.Count == 0 ? "nothing" : string.Join(", ", wait.Held.Select(entry => entry.ToString()))),
        Line("waits for", wait.Wanted.ToString(), wait.Wanted));

    private static string Line(string verb, string name, Acquisition acquisition) =>
        verb + " " + name + (acquisition.Class.IsPseudo ? " (a wait)" : "") + (acquisition.Site.IsUnknown ? "" : "  " + acquisition.Site);

    // One flow that made several edges stands for as many threads: say so instead of drawing one thread that waits for itself.
    private static void DistinctTitles(List<Column> columns)
    {
        foreach (IGrouping<string, Column> same in columns.GroupBy(column => column.Title).Where(group => group.Count() > 1).ToList())
        {
            int number = 0;
            foreach (Column column in same)
            {
                number++;
                column.Title = number == 1 ? same.Key : $"{same.Key} ({number})";
            }
        }
    }

    private static string Row(List<Column> columns, Func<Column, string> cell)
    {
        var row = new StringBuilder();
        foreach (Column column in columns)
        {
            row.Append(cell(column).PadRight(column.Width + _gap));
        }

        return row.ToString().TrimEnd();
    }

    private sealed class Column(string title, string takes, string waitsFor)
    {
        public string Title { get; set; } = title;

        public string Takes { get; } = takes;

        public string WaitsFor { get; } = waitsFor;

        public int Width => Math.Max(Title.Length, Math.Max(Takes.Length, WaitsFor.Length));
    }
}
