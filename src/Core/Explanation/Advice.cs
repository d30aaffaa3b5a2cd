namespace LockGraph.Core;

/// <summary>What to do about a violation: the smallest change or the annotation that says it is meant.</summary>
internal static class Advice
{
    public static string For(Violation violation)
    {
        string wanted = violation.Attempted.Name;
        string? against = violation.Against?.Acquisition.Name;
        return violation.Kind switch
        {
            ViolationKind.Inversion or ViolationKind.Cycle => ForRing(violation),
            ViolationKind.Guarded =>
                $"if {string.Join(", ", violation.Gates)} is meant to serialize them, declare the order and keep it; else take the locks in one order everywhere.",
            ViolationKind.DeclaredOrder => $"release {against} first, take {wanted} before it, or change the declaration.",
            ViolationKind.UndeclaredNesting => $"declare it ([assembly: LockOrder(\"{against}\", \"{wanted}\")]) or do not nest.",
            ViolationKind.InvalidNesting =>
                $"order the instances: [OrderedBy] with a key such as an id, [LockSubclass] ranks, or a nest lock that serializes {violation.Attempted.Class.Name}.",
            ViolationKind.NestLockNotHeld => $"take {violation.Detail ?? "the nest lock"} first.",
            ViolationKind.Recursion => $"pass the fact that {wanted} is held down the call ([RequiresLock]) instead of taking it again.",
            ViolationKind.HeldLimit or ViolationKind.ClassHeldLimit => "work in batches, or put one lock over all of them; a larger limit is a setting.",
            ViolationKind.WaitType => $"take {wanted} before {against}, or make {against} a lock that blocks.",
            ViolationKind.AwaitUnderLock => $"release {wanted} before the await, or use an asynchronous lock.",
            ViolationKind.BlockingWait => $"wait after {wanted} is released.",
            ViolationKind.ConditionWait => against is null ? $"enter {wanted} first." : $"release {against} before the wait; whoever pulses may need it.",
            ViolationKind.BadRelease => "pair each release with one acquisition on the same flow, in the same mode; a using scope does both.",
            ViolationKind.Leak => $"release {wanted} in a finally block, or declare the hold terminal if it is meant to last for ever.",
            ViolationKind.HeldFreed or ViolationKind.HeldReinitialized => $"end the life of {wanted} after its last release.",
            ViolationKind.UseAfterFree => $"keep {wanted} alive as long as somebody can reach it.",
            ViolationKind.NotHeld => $"take {wanted} in the caller.",
            ViolationKind.HeldWhenExcluded => $"release {wanted} before the call.",
            ViolationKind.LiveDeadlock => "take these locks in one order everywhere.",
            _ => throw new ArgumentOutOfRangeException(nameof(violation)),
        };
    }

    private static string ForRing(Violation violation)
    {
        CycleEdge? promised = violation.Cycle.FirstOrDefault(edge => (edge.Provenance & EdgeProvenance.Declared) != 0);
        if (promised is not null)
        {
            return $"the declared order is {promised.Outer} before {promised.Inner}; change the code that goes the other way.";
        }

        // The guilty acquisition closed the ring, so the order that the code followed before is that of another edge.
        CycleEdge first = violation.Cycle.FirstOrDefault(edge => edge.Inner != violation.Attempted.Name) ?? violation.Cycle[0];
        return $"take {first.Outer} before {first.Inner} everywhere, and say so: [assembly: LockOrder(\"{first.Outer}\", \"{first.Inner}\")].";
    }
}
