namespace LockGraph.Core;

/// <summary>Rule numbers and severities of the kinds.</summary>
public static class ViolationKinds
{
    /// <summary>The rule of the catalogue that says the same at compile time.</summary>
    public static string RuleId(this ViolationKind kind) => kind switch
    {
        ViolationKind.DeclaredOrder => "LG1001",
        ViolationKind.Inversion or ViolationKind.Cycle or ViolationKind.LiveDeadlock => "LG1002",
        ViolationKind.InvalidNesting or ViolationKind.NestLockNotHeld => "LG1003",
        ViolationKind.Recursion => "LG1004",
        ViolationKind.HeldLimit or ViolationKind.ClassHeldLimit => "LG1005",
        ViolationKind.Guarded => "LG1006",
        ViolationKind.UndeclaredNesting => "LG1008",
        ViolationKind.NotHeld => "LG2002",
        ViolationKind.HeldWhenExcluded => "LG2003",
        ViolationKind.Leak => "LG2004",
        ViolationKind.BadRelease or ViolationKind.HeldFreed or ViolationKind.HeldReinitialized or ViolationKind.UseAfterFree => "LG2005",
        ViolationKind.AwaitUnderLock => "LG3001",
        ViolationKind.BlockingWait => "LG3002",
        ViolationKind.ConditionWait => "LG3005",
        ViolationKind.WaitType => "LG3006",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What a cycle of the graph is told as: a ring of two is an inversion, and a gate around all of it excuses it.</summary>
    public static ViolationKind Of(LockOrderCycle cycle) =>
        cycle.IsGuarded ? ViolationKind.Guarded : cycle.Steps.Count == 2 ? ViolationKind.Inversion : ViolationKind.Cycle;

    /// <summary>How bad it is. Only a violation of severity <see cref="ViolationSeverity.Warning"/> makes a run fail.</summary>
    public static ViolationSeverity Severity(this ViolationKind kind) => kind switch
    {
        ViolationKind.Guarded or ViolationKind.BlockingWait => ViolationSeverity.Info,
        _ => ViolationSeverity.Warning,
    };
}

/// <summary>How bad a violation is.</summary>
public enum ViolationSeverity
{
    /// <summary>Worth knowing; a run stays clean.</summary>
    Info,

    /// <summary>A defect; a run fails.</summary>
    Warning,
}
