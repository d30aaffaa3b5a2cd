using System.Text;

namespace LockGraph.Core;

/// <summary>The report of one violation, as text for people.</summary>
/// <remarks>Lines end in <c>\n</c> on every platform. The same violation gives the same bytes, but for instances, thread names and stacks.</remarks>
internal static class ViolationReport
{
    public static string Write(Violation violation)
    {
        var text = new StringBuilder();
        text.Append(violation.Id).Append(' ').Append(violation.Severity == ViolationSeverity.Info ? "info" : "warning").Append(": ");
        text.Append(ViolationText.Sentence(violation)).Append('\n');
        Attempt(text, violation);
        Held(text, violation.Held, "  ");
        Edges(text, violation);
        string[] columns = ThreadColumns.Render(violation);
        if (columns.Length > 0)
        {
            text.Append("how they meet:\n");
            foreach (string line in columns)
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        foreach (string note in Weaknesses(violation))
        {
            text.Append("note: ").Append(note).Append('\n');
        }

        text.Append("fix: ").Append(Advice.For(violation)).Append('\n');
        return text.ToString();
    }

    private static void Attempt(StringBuilder text, Violation violation)
    {
        Acquisition wanted = violation.Attempted;
        text.Append("attempted: ").Append(ViolationText.Named(wanted)).Append(" [").Append(wanted.Mode.Word());
        if (wanted.Kind != AcquisitionKind.Blocking)
        {
            text.Append(wanted.Kind == AcquisitionKind.Try ? ", try" : ", timed");
        }

        text.Append("] at ").Append(wanted.Site).Append(" in ").Append(violation.Flow);
        text.Append(violation.Run is null ? "" : " of " + violation.Run).Append('\n');
        Stack(text, violation.Stack ?? wanted.Stack, "  ");
    }

    private static void Held(StringBuilder text, IReadOnlyList<HeldLock> held, string indent)
    {
        if (held.Count == 0)
        {
            text.Append("held: nothing\n");
            return;
        }

        text.Append("held, oldest first:\n");
        for (int i = 0; i < held.Count; i++)
        {
            Acquisition entry = held[i].Acquisition;
            text.Append(indent).Append(i + 1).Append(". ").Append(ViolationText.Named(entry)).Append(" [").Append(entry.Mode.Word());
            text.Append(entry.Kind == AcquisitionKind.Blocking ? "" : ", by try");
            text.Append(held[i].IsTerminal ? ", for ever" : "").Append("] at ").Append(entry.Site).Append('\n');
        }
    }

    private static void Edges(StringBuilder text, Violation violation)
    {
        for (int i = 0; i < violation.Cycle.Count; i++)
        {
            CycleEdge edge = violation.Cycle[i];
            text.Append("edge ").Append(i + 1).Append(" of ").Append(violation.Cycle.Count).Append(": ").Append(edge.Outer).Append(" > ").Append(edge.Inner);
            text.Append(" [").Append(edge.OuterMode.Word()).Append(" > ").Append(edge.InnerMode.Word()).Append("] ").Append(Provenance(edge.Provenance));
            if (edge.Witness is not { } witness)
            {
                text.Append('\n');
                continue;
            }

            text.Append(", first in ").Append(witness.Flow).Append(witness.Run is null ? "" : " of " + witness.Run).Append('\n');
            Side(text, "holds", witness.Outer);
            Side(text, "asks for", witness.Inner);
        }

        foreach (LockWait wait in violation.Waits)
        {
            text.Append(wait.Flow).Append(" waits for ").Append(ViolationText.Named(wait.Wanted)).Append(" [").Append(wait.Wanted.Mode.Word());
            text.Append("] at ").Append(wait.Wanted.Site).Append('\n');
            foreach (HeldLock entry in wait.Held)
            {
                Side(text, "holds", entry.Acquisition);
            }

            Stack(text, wait.Stack, "  ");
        }
    }

    private static void Side(StringBuilder text, string verb, Acquisition acquisition)
    {
        text.Append("  ").Append(verb).Append(' ').Append(ViolationText.Named(acquisition)).Append(" at ").Append(acquisition.Site).Append('\n');
        Stack(text, acquisition.Stack, "    ");
    }

    private static void Stack(StringBuilder text, CapturedStack? stack, string indent)
    {
        if (stack is null)
        {
            return;
        }

        foreach (string frame in stack.Frames)
        {
            text.Append(indent).Append("at ").Append(frame).Append('\n');
        }
    }

    private static string Provenance(EdgeProvenance provenance)
    {
        var words = new List<string>(3);
        if ((provenance & EdgeProvenance.Declared) != 0)
        {
            words.Add("declared");
        }

        if ((provenance & EdgeProvenance.Static) != 0)
        {
            words.Add("static");
        }

        if ((provenance & EdgeProvenance.Observed) != 0)
        {
            words.Add("observed");
        }

        return string.Join(" and ", words);
    }

    internal static IEnumerable<string> Weaknesses(Violation violation)
    {
        if (violation.Gates.Count > 0)
        {
            yield return $"every side was taken under {string.Join(", ", violation.Gates)}; this turns into an inversion as soon as one is taken without.";
        }

        if (violation.SingleFlow)
        {
            yield return $"only {violation.Flow} has made these orders so far; a second flow on the same paths can meet it.";
        }

        if (violation.Cycle.Any(edge => edge.OuterWasTried))
        {
            yield return "one side obtained its outer lock by a try; it holds it all the same while it waits for the inner one.";
        }
    }
}
