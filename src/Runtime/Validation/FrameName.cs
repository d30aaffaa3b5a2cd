using System.Reflection;

namespace LockGraph;

/// <summary>Spells the method of a stack frame as its source does, <c>Type.Member</c>, for people: the analyzer spells it the same way.</summary>
/// <remarks>
/// The compiler's names are those of Roslyn's <c>GeneratedNameKind</c>: <c>&lt;M&gt;b__</c> is a lambda in <c>M</c>, <c>&lt;M&gt;g__L|</c> its local function
/// <c>L</c>, a type <c>&lt;M&gt;d__</c> its state machine, and <c>&lt;&gt;c</c> holds what lambdas capture.
/// </remarks>
internal static class FrameName
{
    private static readonly string[] _accessors = ["get_", "set_", "add_", "remove_"];

    public static string Of(MethodBase method)
    {
        Type? type = method.DeclaringType;
        if (method.IsConstructor)
        {
            return "new " + NameOf(type!);
        }

        // Inside a state machine the method says nothing; inside what lambdas capture, the type does not.
        string member = type is not null && IsGenerated(type.Name) && method.Name[0] != '<' ? "" : Source(method.Name);
        while (type is not null && IsGenerated(type.Name))
        {
            member = Source(type.Name) + member;
            type = type.DeclaringType;
        }

        return (type is null ? "" : NameOf(type)) + (type is null ? member.TrimStart('.') : member);
    }

    private static string NameOf(Type type)
    {
        string name = type.Name;
        if (name[0] == '<')
        {
            // Of one file only: <File>F…__Name.
            name = name.Substring(name.IndexOf("__", StringComparison.Ordinal) + 2);
        }

        int arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }

    private static bool IsGenerated(string type) => type[0] == '<' && KindOf(type, Close(type)) != 'F';

    private static string Source(string name)
    {
        if (name[0] != '<')
        {
            return "." + Plain(name);
        }

        int close = Close(name);
        if (close == 1)
        {
            return "";
        }

        string around = name.Substring(1, close - 1);
        switch (KindOf(name, close))
        {
            case 'b':
                return Source(around) + ".lambda";
            case 'd':
                return Source(around);
            case 'g':
                int start = name.IndexOf("__", close, StringComparison.Ordinal) + 2;
                int end = name.IndexOf('|', start);
                return Source(around) + "." + name.Substring(start, (end < 0 ? name.Length : end) - start);
            default:
                return "." + name;
        }
    }

    private static string Plain(string name)
    {
        // An explicit implementation is spelled with its interface.
        string own = name.Substring(name.LastIndexOf('.') + 1);
        string? accessor = Array.Find(_accessors, prefix => own.StartsWith(prefix, StringComparison.Ordinal));
        return accessor is null ? own : own.Substring(accessor.Length);
    }

    private static char KindOf(string name, int close) => close + 1 < name.Length ? name[close + 1] : '\0';

    private static int Close(string name)
    {
        int open = 0;
        for (int at = 0; at < name.Length; at++)
        {
            open += name[at] == '<' ? 1 : name[at] == '>' ? -1 : 0;
            if (open == 0)
            {
                return at;
            }
        }

        return name.Length - 1;
    }
}
