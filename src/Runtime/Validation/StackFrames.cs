using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace LockGraph;

/// <summary>Renders a stack as the report shows it: without our own frames and without the runtime's plumbing below the user's code.</summary>
internal static class StackFrames
{
    private static readonly Assembly _own = typeof(StackFrames).Assembly;

    public static IReadOnlyList<string> Render(StackTrace trace)
    {
        var lines = new List<string>();
        foreach (StackFrame? frame in trace.GetFrames() ?? [])
        {
            MethodBase? method = frame?.GetMethod();
            if (method is null || method.DeclaringType?.Assembly == _own)
            {
                continue;
            }

            lines.Add(Line(frame!, method));
        }

        int last = lines.Count;
        while (last > 1 && lines[last - 1].StartsWith("System.", StringComparison.Ordinal))
        {
            last--;
        }

        lines.RemoveRange(last, lines.Count - last);
        return lines;
    }

    private static string Line(StackFrame frame, MethodBase method)
    {
        string type = method.DeclaringType?.FullName ?? "";
        string text = (type.Length == 0 ? "" : type.Replace('+', '.') + ".") + method.Name;
        string? file = frame.GetFileName();
        return string.IsNullOrEmpty(file)
            ? text
            : text + " (" + Path.GetFileName(file) + ":" + frame.GetFileLineNumber().ToString(CultureInfo.InvariantCulture) + ")";
    }
}
