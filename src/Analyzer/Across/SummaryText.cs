using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LockGraph.Analyzer;

/// <summary>The text of a summary file: one thing a line, fields between tabs, what belongs to a line on those below it.</summary>
internal static class SummaryText
{
    /// <summary>A file of another version is not read: what it says may mean something else.</summary>
    public const int Version = 1;

    private const string _title = "lockgraph-summary";

    public static string Write(AssemblySummary summary)
    {
        var text = new StringBuilder();
        Line(text, _title, Number(Version));
        Line(text, "assembly", summary.Assembly);
        foreach (SummarizedLock known in summary.Locks)
        {
            Line(
                text, "lock", known.Id, known.Name, Number(known.Subclass), NameOf(known.Primitive), known.Reentrant ? "reentrant" : "", known.NeedsOrder ? "ordered" : "",
                known.MaxHeld is { } most ? Number(most) : "");
        }

        foreach (SummarizedEvent found in summary.Events)
        {
            Write(text, found);
        }

        foreach (SummarizedMember member in summary.Members)
        {
            Line(text, "member", member.Id, Number(member.Ways), string.Join(" ", member.Events.Select(Number)));
        }

        foreach (SummarizedRaise raise in summary.Raises)
        {
            Line(text, "raise", raise.Member);
            Held(text, raise.Held);
            Steps(text, ImmutableArray.Create(raise.At));
        }

        foreach (SummarizedEdge edge in summary.Edges)
        {
            Line(text, "edge", Number(edge.Outer), edge.OuterMode.ToString(), Number(edge.Inner), edge.InnerMode.ToString());
            foreach (string gate in edge.Gates)
            {
                Line(text, "gate", gate);
            }

            Steps(text, edge.Steps.Insert(0, edge.OuterAt));
        }

        return text.ToString();
    }

    /// <summary>One event alone, to put events in order.</summary>
    public static string Write(SummarizedEvent found)
    {
        var text = new StringBuilder();
        Write(text, found);
        return text.ToString();
    }

    /// <summary>What a text says; <see langword="null"/> for one that is damaged, or of another version.</summary>
    public static AssemblySummary? Read(string text) => new SummaryReader(text).Read(_title);

    public static string NameOf(LockPrimitive primitive) => primitive.Family + "." + primitive.Name;

    private static void Write(StringBuilder text, SummarizedEvent found)
    {
        string suspended = found.Suspended ? "suspended" : "";
        string given = string.Join(",", found.Given.Select(flag => (flag.Value ? "+" : "-") + Number(flag.Parameter)));
        string ways = Number(found.Ways);
        if (found.Kind == SummarizedKind.Acquire)
        {
            Line(text, "acquire", Number(found.Lock), found.Subject, NameOf(found.Primitive), found.Mode.ToString(), found.Waits.ToString(), ways, suspended, given);
        }
        else
        {
            Line(text, found.Kind switch { SummarizedKind.Invoke => "invoke", SummarizedKind.Open => "open", _ => "wait" }, found.Subject, ways, suspended, given);
        }

        foreach (SummarizedHold hold in found.Held)
        {
            Held(text, hold);
        }

        Steps(text, found.Steps);
    }

    private static void Held(StringBuilder text, SummarizedHold hold) => Line(
        text, "held", Number(hold.Lock), hold.Place, NameOf(hold.Primitive), hold.Mode.ToString(), hold.Waits.ToString(), hold.At.Member, hold.At.File, Number(hold.At.Line));

    private static void Steps(StringBuilder text, ImmutableArray<SummarizedStep> steps)
    {
        foreach (SummarizedStep step in steps)
        {
            Line(text, "at", step.Member, step.File, Number(step.Line));
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, params string[] fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            if (i > 0)
            {
                text.Append('\t');
            }

            foreach (char letter in fields[i])
            {
                text.Append(letter switch { '\t' => "\\t", '\n' => "\\n", '\r' => "\\r", '\\' => "\\\\", _ => letter.ToString() });
            }
        }

        text.Append('\n');
    }
}
