using System.Text.RegularExpressions;

namespace LockGraph.Reports;

/// <summary>Spells the member of a stack frame as it stands in the source, so that what was seen and what the code says name one member alike.</summary>
/// <remarks>
/// The compiler's names are those of Roslyn's <c>GeneratedNames</c>: <c>&lt;M&gt;b__</c> is a lambda in <c>M</c>, <c>&lt;M&gt;g__L|</c> the local function
/// <c>L</c> in it, a type <c>&lt;M&gt;d__</c> its state machine, and <c>&lt;&gt;c</c> holds what lambdas capture.
/// </remarks>
internal static partial class FrameMember
{
    /// <summary><c>Type.Member</c> of a frame such as <c>Namespace.Type.&lt;&gt;c.&lt;Member&gt;b__0 (File.cs:12)</c>.</summary>
    public static string Of(string frame)
    {
        string full = Arity().Replace(frame.Split(" (")[0], "");
        if (Constructor().Match(full) is { Success: true } made)
        {
            return "new " + made.Groups["type"].Value;
        }

        List<string> parts = [.. Part().Matches(full).Select(part => part.Value)];
        int first = parts.FindIndex(part => part[0] == '<');
        if (first < 0)
        {
            return string.Join('.', parts.TakeLast(2).Select((part, at) => at == 1 ? Accessor().Replace(part, "") : part));
        }

        string member = string.Concat(parts.Skip(first).Where(part => part != "MoveNext").Select(Source));
        return (first == 0 ? "" : parts[first - 1]) + member;
    }

    private static string Source(string part)
    {
        if (!Generated().IsMatch(part))
        {
            return part.StartsWith("<>", StringComparison.Ordinal) ? "" : "." + part;
        }

        string text = "";
        for (Match match = Generated().Match(part); match.Success; match = Generated().Match(match.Groups["in"].Value))
        {
            string kind = match.Groups["kind"].Value;
            string inner = kind == "b" ? ".lambda" : kind == "g" ? "." + match.Groups["local"].Value : "";
            text = inner + text;
            if (!match.Groups["in"].Value.StartsWith('<'))
            {
                return "." + Accessor().Replace(match.Groups["in"].Value, "") + text;
            }
        }

        return text;
    }

    [GeneratedRegex(@"`\d+|\[.*?\]+", RegexOptions.CultureInvariant)]
    private static partial Regex Arity();

    [GeneratedRegex(@"(?:^|\.)(?<type>[^.]+)\.\.c?ctor$", RegexOptions.CultureInvariant)]
    private static partial Regex Constructor();

    // Between dots, but not those inside angle brackets.
    [GeneratedRegex(@"(?:<(?>[^<>]|(?<open><)|(?<-open>>))*>|[^.<])+", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"^<(?<in>.+)>(?:(?<kind>[bd])(?:__.*)?|(?<kind>g)__(?<local>[^|]+)\|.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Generated();

    [GeneratedRegex(@"^(?:get|set|add|remove)_(?=.)", RegexOptions.CultureInvariant)]
    private static partial Regex Accessor();
}
