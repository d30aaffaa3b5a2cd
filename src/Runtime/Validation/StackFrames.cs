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
        int last = 0;
        foreach (StackFrame? frame in trace.GetFrames() ?? [])
        {
            MethodBase? method = frame?.GetMethod();
            if (method is null || method.DeclaringType?.Assembly == _own)
            {
                continue;
            }

            lines.Add(Line(frame!, method));
            if (lines.Count == 1 || !IsOfTheRuntime(method))
            {
                last = lines.Count;
            }
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

            member ??= IsOfTheRuntime(method) ? null : FrameName.Of(method);
        }

        return new AcquisitionSite(member, 0);
    }

    private static bool IsOfTheRuntime(MethodBase method) => method.DeclaringType?.FullName?.StartsWith("System.", StringComparison.Ordinal) == true;

    private static string Line(StackFrame frame, MethodBase method)
    {
        string text = FrameName.Of(method);
        string? file = frame.GetFileName();
        return string.IsNullOrEmpty(file)
            ? text
            : text + " (" + Path.GetFileName(file) + ":" + frame.GetFileLineNumber().ToString(CultureInfo.InvariantCulture) + ")";
    }
}
