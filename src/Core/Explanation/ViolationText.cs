namespace LockGraph.Core;

/// <summary>The words for violations: exception texts, diagnostics and reports are written here and nowhere else.</summary>
public static class ViolationText
{
    /// <summary>One sentence: what, under what, against what.</summary>
    public static string Sentence(Violation violation)
    {
        Acquisition wanted = violation.Attempted;
        string name = Named(wanted);
        string against = violation.Against is null ? "" : Named(violation.Against.Acquisition);
        return violation.Kind switch
        {
            ViolationKind.Inversion => $"Lock-order inversion: {Ring(violation)}.",
            ViolationKind.Cycle => $"Lock-order inversion over {violation.Cycle.Count} classes: {Ring(violation)}.",
            ViolationKind.Guarded =>
                $"Guarded inversion: {Ring(violation)}; it cannot deadlock while every side holds {string.Join(", ", violation.Gates)}.",
            ViolationKind.DeclaredOrder => $"{name} is acquired while {against} is held, against the declared order {violation.Detail}.",
            ViolationKind.UndeclaredNesting => $"{name} is acquired while {against} is held, and the strict hierarchy does not declare this nesting.",
            ViolationKind.InvalidNesting =>
                $"{name} is acquired while {against} of the same class is held, and no rank, order key or nest lock says which comes first.",
            ViolationKind.NestLockNotHeld => $"{name} is acquired as if {violation.Detail ?? "its nest lock"} serialized its class, and that lock is not held.",
            ViolationKind.Recursion =>
                $"{name} is acquired in {wanted.Mode.Word()} mode by its holder, who has it in {violation.Against?.Acquisition.Mode.Word()} mode and would wait for itself.",
            ViolationKind.HeldLimit => $"{name} is lock number {Slots(violation) + 1} held at once; the limit is {violation.Detail}.",
            ViolationKind.ClassHeldLimit => $"{name} is one more than the {violation.Detail} locks of its class that may be held at once.",
            ViolationKind.WaitType =>
                $"{name} ({Word(wanted.EffectiveWaitType)}) is acquired while {against} ({Word(violation.Against!.Acquisition.EffectiveWaitType)}) is held.",
            ViolationKind.AwaitUnderLock => $"The flow is suspended while its thread holds {name}, which only that thread may release.",
            ViolationKind.BlockingWait => $"The thread waits for {violation.Detail ?? "something that is no lock"} while it holds {name}.",
            ViolationKind.ConditionWait => violation.Against is null
                ? $"The condition of {name} is used by a flow that does not hold it."
                : $"The flow waits for the condition of {name} while it keeps {against}.",
            ViolationKind.BadRelease => $"{name} is released ({wanted.Mode.Word()}) by a flow that does not hold it so{Suffix(violation)}.",
            ViolationKind.Leak => $"{violation.Detail ?? violation.Flow} ended while it held {name}.",
            ViolationKind.HeldFreed => $"{name} is disposed or freed while it is held{Suffix(violation)}.",
            ViolationKind.HeldReinitialized => $"{name} is initialised again while it is held{Suffix(violation)}.",
            ViolationKind.UseAfterFree => $"{name} is acquired after it was freed.",
            ViolationKind.NotHeld => $"{name} must be held here{Suffix(violation)}, and it is not.",
            ViolationKind.HeldWhenExcluded => $"{name} must not be held here, and it is.",
            ViolationKind.LiveDeadlock => $"Deadlock: {WaitRing(violation)}.",
            _ => throw new ArgumentOutOfRangeException(nameof(violation)),
        };
    }

    /// <summary>The full report: sentence, acquisition, held locks, every edge with both sides, how the threads meet, what weakens it, what to do.</summary>
    public static string Report(Violation violation) => ViolationReport.Write(violation);

    /// <summary>The ring as a short string: <c>A > B > C > A</c>.</summary>
    public static string Path(IReadOnlyList<CycleEdge> cycle) => string.Join(" > ", cycle.Select(edge => edge.Outer).Concat([cycle[0].Outer]));

    internal static string Named(Acquisition acquisition) => acquisition.Class.IsPseudo ? acquisition + " (a wait, not a lock)" : acquisition.ToString();

    private static string Ring(Violation violation)
    {
        IReadOnlyList<CycleEdge> cycle = violation.Cycle;
        return cycle.Count == 2
            ? string.Join(", and ", cycle.Select(Step))
            : Path(cycle) + " (" + string.Join("; ", cycle.Select(Step)) + ")";
    }

    private static string Step(CycleEdge edge) => edge.Witness is null
        ? $"{edge.Inner} is declared to come after {edge.Outer}"
        : $"{edge.Inner} is acquired while {edge.Outer} is held{At(edge.Witness)}";

    private static string At(EdgeWitness witness) => (witness.Inner.Site.IsUnknown, witness.Run) switch
    {
        (true, null) => "",
        (true, string run) => $" (in {run})",
        (false, null) => $" ({witness.Inner.Site})",
        (false, string run) => $" ({witness.Inner.Site} in {run})",
    };

    private static string WaitRing(Violation violation) =>
        string.Join(", ", violation.Waits.Select(wait => $"{wait.Flow} waits for {Named(wait.Wanted)}"));

    private static int Slots(Violation violation) => violation.Held.Count(entry => !entry.SharesSlot && !entry.Acquisition.Class.IsPseudo);

    private static string Suffix(Violation violation) => violation.Detail is null ? "" : " (" + violation.Detail + ")";

    private static string Word(WaitType type) => type switch
    {
        WaitType.Free => "never waits",
        WaitType.Spin => "spins",
        WaitType.SpinOrBlock => "spins or blocks",
        WaitType.Block => "blocks",
        _ => "suspends the flow",
    };
}
