using System.Text;

namespace LockGraph.Reports;

/// <summary>The indented tree, with columns beside it: how each lock is taken, and what else is outside it.</summary>
internal static class TreeText
{
    private const int _indent = 2;
    private const int _gap = 3;

    // One long name does not push the columns of all others out of sight.
    private const int _mostColumn = 72;

    /// <summary>The lines.</summary>
    public static IReadOnlyList<string> Of(Hierarchy hierarchy)
    {
        (string Name, string Modes, string Notes)[] rows = [.. OrderTree.Of(hierarchy).Select(Row)];
        int first = Math.Min(_mostColumn, rows.Max(row => row.Name.Length)) + _gap;
        int second = rows.Max(row => row.Modes.Length);
        return [.. rows.Select(row => Join(row, first, second == 0 ? 0 : second + _gap))];
    }

    private static (string Name, string Modes, string Notes) Row(TreeLine line)
    {
        string indent = new(' ', line.Depth * _indent);
        string elsewhere = line.AlsoInside.Count == 0 ? "" : "also inside " + string.Join(", ", line.AlsoInside);
        if (line.Lock is not { } one)
        {
            return ($"{indent}! {line.RingSize} locks in conflicting order:", "", elsewhere);
        }

        string remark = one.Class.IsPseudo ? "a wait, not a lock" : one.IsFound ? "" : "declared, not found";
        return (indent + (one.Ring is null ? "" : "! ") + one.Name, DrawingBuilder.Modes(one), string.Join("; ", new[] { remark, elsewhere }.Where(part => part.Length > 0)));
    }

    private static string Join((string Name, string Modes, string Notes) row, int first, int second)
    {
        var line = new StringBuilder(row.Name);
        line.Append(' ', Math.Max(_gap, first - row.Name.Length)).Append(row.Modes);
        line.Append(' ', Math.Max(0, second - row.Modes.Length)).Append(row.Notes);
        return line.ToString().TrimEnd();
    }
}
