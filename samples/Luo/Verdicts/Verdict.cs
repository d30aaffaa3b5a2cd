using System.Text;
using LockGraph;
using LockGraph.Core;

namespace Luo.Verdicts;

/// <summary>What can be said of a run. None of them: OK.</summary>
internal enum Verdict
{
    /// <summary>Locks are taken in orders that form a ring, observed or against the declaration.</summary>
    Circular,

    /// <summary>A class was taken again by its holder: the same instance, or another that no rule orders.</summary>
    Recursion,

    /// <summary>Too many locks held at once.</summary>
    HeldLimit,

    /// <summary>The nest lock that a nesting relies on is not held.</summary>
    NestMissing,

    /// <summary>An assertion about held locks failed.</summary>
    AssertHeld,

    FreedWhileHeld,

    BadUnlock,

    /// <summary>A thread went back to user mode, or ended, with a lock held.</summary>
    LeakAtExit,

    /// <summary>A held lock was initialized again.</summary>
    Reinit,

    /// <summary>A task waits for a lock that nobody will release.</summary>
    BlockedForever,

    /// <summary>Tasks wait for each other, now.</summary>
    Deadlock,

    /// <summary>The system holds something that the snapshot of the jump does not have.</summary>
    LostUpdate,

    /// <summary>The snapshot of the jump has something that the system no longer holds so.</summary>
    StaleSnapshot,

    /// <summary>Something was used after it was freed.</summary>
    Uaf,

    // The words below are expected nowhere: each marks a run that went wrong.

    /// <summary>Two classes of the strict hierarchy were nested in a way that nothing declares.</summary>
    Undeclared,

    /// <summary>A rule of the validator outside the vocabulary of this model.</summary>
    OtherRule,

    /// <summary>A result differs from the kernel's.</summary>
    WrongResult,

    /// <summary>A callback ran under other locks than the kernel holds there.</summary>
    WrongLocks,

    /// <summary>An invariant of the model does not hold.</summary>
    BrokenInvariant,

    /// <summary>The schedule did not come to rest.</summary>
    Unsettled,

    /// <summary>An exception that is no finding.</summary>
    Crash,
}

/// <summary>Words of verdicts.</summary>
internal static class VerdictWords
{
    public static string Word(this Verdict verdict)
    {
        var text = new StringBuilder();
        foreach (char c in verdict.ToString())
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(c));
        }

        return text.ToString();
    }

    public static string Words(this IEnumerable<Verdict> verdicts)
    {
        string words = string.Join(", ", verdicts.Distinct().Order().Select(Word));
        return words.Length == 0 ? "OK" : words;
    }

    /// <summary>
    /// What a violation says in the words of this model. A holder that asks again in a mode that excludes itself would sleep for ever on
    /// a kernel lock; where the validator only observes, nothing stops it, so the deadlock is real and not only possible.
    /// </summary>
    public static IEnumerable<Verdict> Of(Violation violation, LockGraphMode mode)
    {
        switch (violation.Kind)
        {
            case ViolationKind.Inversion or ViolationKind.Cycle or ViolationKind.DeclaredOrder:
                return [Verdict.Circular];
            case ViolationKind.InvalidNesting:
                return [Verdict.Recursion];
            case ViolationKind.Recursion:
                bool excludesItself = violation.Attempted.Mode == LockMode.Write || violation.Against?.Acquisition.Mode == LockMode.Write;
                return mode == LockGraphMode.Observe && excludesItself ? [Verdict.Recursion, Verdict.Deadlock] : [Verdict.Recursion];
            case ViolationKind.HeldLimit or ViolationKind.ClassHeldLimit:
                return [Verdict.HeldLimit];
            case ViolationKind.NestLockNotHeld:
                return [Verdict.NestMissing];
            case ViolationKind.NotHeld or ViolationKind.HeldWhenExcluded:
                return [Verdict.AssertHeld];
            case ViolationKind.HeldFreed:
                return [Verdict.FreedWhileHeld];
            case ViolationKind.UseAfterFree:
                return [Verdict.Uaf];
            case ViolationKind.BadRelease:
                return [Verdict.BadUnlock];
            case ViolationKind.Leak:
                return [Verdict.LeakAtExit];
            case ViolationKind.HeldReinitialized:
                return [Verdict.Reinit];
            case ViolationKind.LiveDeadlock:
                return [Verdict.Deadlock];
            case ViolationKind.UndeclaredNesting:
                return [Verdict.Undeclared];
            case ViolationKind.Guarded:
                return [];
            default:
                return [Verdict.OtherRule];
        }
    }
}
