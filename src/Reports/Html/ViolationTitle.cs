using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>A finding in a few words, for lists.</summary>
internal static class ViolationTitle
{
    /// <summary>The situation and the classes, short: <c>Inversion: Account._gate, Audit._log</c>.</summary>
    public static string Of(Violation violation) =>
        Situation(violation.Kind) + ": " + string.Join(", ", ViolationClasses.Of(violation).Select(ClassLabel.Of));

    private static string Situation(ViolationKind kind) => kind switch
    {
        ViolationKind.Inversion => "Inversion",
        ViolationKind.Cycle => "Cycle",
        ViolationKind.Guarded => "Guarded inversion",
        ViolationKind.DeclaredOrder => "Against the declared order",
        ViolationKind.UndeclaredNesting => "Undeclared nesting",
        ViolationKind.InvalidNesting => "Nesting without an order",
        ViolationKind.NestLockNotHeld => "Nest lock not held",
        ViolationKind.Recursion => "Recursion",
        ViolationKind.HeldLimit or ViolationKind.ClassHeldLimit => "Held limit",
        ViolationKind.WaitType => "Wait type",
        ViolationKind.AwaitUnderLock => "Await under a lock",
        ViolationKind.BlockingWait => "Blocking wait under a lock",
        ViolationKind.ConditionWait => "Condition",
        ViolationKind.BadRelease => "Bad release",
        ViolationKind.Leak => "Leak",
        ViolationKind.HeldFreed => "Freed while held",
        ViolationKind.HeldReinitialized => "Initialised while held",
        ViolationKind.UseAfterFree => "Used after it was freed",
        ViolationKind.NotHeld => "Not held",
        ViolationKind.HeldWhenExcluded => "Held where excluded",
        ViolationKind.LiveDeadlock => "Deadlock",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
