using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>What one thread does in a finding: what it holds, and what it asks for at last.</summary>
/// <param name="Title">The thread, or <c>as declared</c>.</param>
/// <param name="Holds">What it takes, oldest first.</param>
/// <param name="Waits">What it asks for; <see langword="null"/> when it asks for nothing.</param>
internal sealed record FindingColumn(string Title, IReadOnlyList<FindingStep> Holds, FindingStep? Waits)
{
    /// <summary>The columns of a finding: one for each side of a ring or of a deadlock, one alone for everything else.</summary>
    public static IReadOnlyList<FindingColumn> Of(Violation violation)
    {
        List<FindingColumn> columns = violation.Kind == ViolationKind.LiveDeadlock
            ? [.. violation.Waits.Select(Waiting)]
            : violation.Cycle.Count > 0
                ? [.. violation.Cycle.Select(Meeting)]
                : [new FindingColumn(Named(violation.Flow, violation.Run), [.. violation.Held.Select(Held)], Guilty(violation))];

        // One flow that made several edges stands for as many threads.
        return [.. columns.Select((column, at) => columns.Take(at).Count(other => other.Title == column.Title) is > 0 and var before
            ? column with { Title = FormattableString.Invariant($"{column.Title} ({before + 1})") }
            : column)];
    }

    private static FindingColumn Meeting(CycleEdge edge) => edge.Witness is { } witness
        ? new FindingColumn(
            Named(witness.Flow, witness.Run),
            [new FindingStep("holds", ViolationText.Named(witness.Outer), witness.Outer, null)],
            new FindingStep("waits for", ViolationText.Named(witness.Inner), witness.Inner, null))
        : new FindingColumn("as declared", [new FindingStep("holds", edge.Outer, null, null)], new FindingStep("waits for", edge.Inner, null, null));

    private static FindingColumn Waiting(LockWait wait) =>
        new(wait.Flow, [.. wait.Held.Select(Held)], new FindingStep("waits for", ViolationText.Named(wait.Wanted), wait.Wanted, wait.Stack));

    private static FindingStep Held(HeldLock held) => new("holds", ViolationText.Named(held.Acquisition), held.Acquisition, null);

    private static FindingStep Guilty(Violation violation) => new(
        violation.Kind switch
        {
            ViolationKind.BadRelease => "releases",
            ViolationKind.Leak => "ends with",
            ViolationKind.HeldFreed => "frees",
            ViolationKind.HeldReinitialized => "initialises",
            ViolationKind.NotHeld or ViolationKind.HeldWhenExcluded => "asserts on",
            ViolationKind.BlockingWait => "blocks while holding",
            ViolationKind.AwaitUnderLock => "is suspended holding",
            ViolationKind.ConditionWait => "uses the condition of",
            _ => "asks for",
        },
        ViolationText.Named(violation.Attempted),
        violation.Attempted,
        violation.Stack);

    private static string Named(string flow, string? run) => run is null ? flow : flow + " of " + run;
}

/// <summary>A cell of a column.</summary>
/// <param name="Verb">What the thread does.</param>
/// <param name="Name">With which lock.</param>
/// <param name="Acquisition">The code, if there is some.</param>
/// <param name="Stack">A stack better than that of the acquisition.</param>
internal sealed record FindingStep(string Verb, string Name, Acquisition? Acquisition, CapturedStack? Stack);
