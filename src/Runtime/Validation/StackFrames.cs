using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using LockGraph.Core;

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

    /// <summary>
    /// The innermost line of source outside our own code; without symbols the innermost member that is not the runtime's. The same from run
    /// to run, as the place that the compiler writes into an acquisition is.
    /// </summary>
    public static AcquisitionSite Site(StackTrace trace)
    {
        string? member = null;
        foreach (StackFrame? frame in trace.GetFrames() ?? [])
        {
            MethodBase? method = frame?.GetMethod();
            if (method is null || method.DeclaringType?.Assembly == _own)
            {
                continue;
            }

            if (frame!.GetFileName() is { Length: > 0 } file && frame.GetFileLineNumber() > 0)
            {
                return new AcquisitionSite(file, frame.GetFileLineNumber());
            }

            string name = Member(method);
            member ??= name.StartsWith("System.", StringComparison.Ordinal) ? null : name;
        }

        return new AcquisitionSite(member, 0);
    }

    // The compiler numbers what it generates, and the numbers change with the code around: the member that was written is what stays.
    private static string Member(MethodBase method)
    {
        string name = method.Name;
        Type? type = method.DeclaringType;
        for (; type is { Name: ['<', ..] }; type = type.DeclaringType)
        {
            name = Written(name) ?? Written(type.Name) ?? name;
        }

        return (type is null ? "" : type.FullName!.Replace('+', '.') + ".") + (Written(name) ?? name);
    }

    private static string? Written(string generated)
    {
        int end = generated.IndexOf('>');
        return generated.Length > 0 && generated[0] == '<' && end > 1 ? generated.Substring(1, end - 1) : null;
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
