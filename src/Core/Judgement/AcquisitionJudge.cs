namespace LockGraph.Core;

/// <summary>Judges one acquisition. The runtime, the replay and the analyzer all call this one function.</summary>
/// <remarks>
/// Pure: no state, no clock, no locks, so it may be called from anywhere. Cost: linear in the held locks (quadratic for the gates of the
/// edges). The checks, in this order:
/// <list type="number">
/// <item>the same instance again: a re-entry, a legal change of mode, or a recursion;</item>
/// <item>the claimed nest lock must be held;</item>
/// <item>another instance of the class: rank, order key or nest lock must allow it;</item>
/// <item>the limits on locks held at once;</item>
/// <item>the wait type of what is held;</item>
/// <item>the declared order, and strict hierarchies;</item>
/// <item>edges from every held lock.</item>
/// </list>
/// A try is exempt from 3, 5, 6 and 7 as requester: it backs out. What it obtains counts as held like anything else.
/// Source: Linux <c>lockdep.c</c> (<c>__lock_acquire</c>), with the differences told in <c>docs/decisions</c>.
/// </remarks>
public static class AcquisitionJudge
{
    /// <summary>No limit on locks held at once.</summary>
    public const int Unlimited = int.MaxValue;

    /// <summary>Judges an acquisition.</summary>
    /// <param name="held">What the flow holds, oldest first.</param>
    /// <param name="wanted">What it asks for.</param>
    /// <param name="declared">What was promised.</param>
    /// <param name="heldLimit">The most locks a flow may hold at once; the acquisition that exceeds it is a violation.</param>
    public static Judgement Judge(IReadOnlyList<HeldLock> held, Acquisition wanted, DeclaredOrder declared, int heldLimit)
    {
        var verdicts = new List<Verdict>();
        HeldLock? same = Last(held, wanted);
        if (same is not null)
        {
            switch (Repetition.Judge(held, same, wanted))
            {
                case RepetitionVerdict.Reentry:
                    return new Judgement(AcquisitionOutcome.Reentry, verdicts, []);
                case RepetitionVerdict.Recursion:
                    verdicts.Add(new Verdict(ViolationKind.Recursion, same));
                    return new Judgement(AcquisitionOutcome.Held, verdicts, []);
                default:
                    // A legal change of mode (upgradeable to write): it can block, so it is ordered like a first acquisition.
                    break;
            }
        }

        bool blocking = wanted.Kind == AcquisitionKind.Blocking;
        bool nested = same is null && NestLockRule.Judge(held, wanted, verdicts);
        if (blocking && same is null && !nested)
        {
            NestingRule.Judge(held, wanted, verdicts);
        }

        if (!wanted.Class.IsPseudo)
        {
            HeldLimits.Judge(held, wanted, nested, heldLimit, verdicts);
        }

        if (!blocking || nested)
        {
            return new Judgement(nested ? AcquisitionOutcome.HeldUnderNestLock : AcquisitionOutcome.Held, verdicts, []);
        }

        WaitTypeRule.Judge(held, wanted, verdicts);
        DeclaredOrderRule.Judge(held, wanted, declared, verdicts);
        return new Judgement(AcquisitionOutcome.Held, verdicts, Edges(held, wanted));
    }

    private static HeldLock? Last(IReadOnlyList<HeldLock> held, Acquisition wanted)
    {
        for (int i = held.Count - 1; i >= 0; i--)
        {
            if (held[i].Acquisition.Instance == wanted.Instance)
            {
                return held[i];
            }
        }

        return null;
    }

    // From every held lock, not only the innermost: an out-of-order release, or a recursive reader between two writers, would
    // lose an order that no chain of the remaining edges implies (lockdep stops at the first blocking one and misses those).
    private static List<EdgeCandidate> Edges(IReadOnlyList<HeldLock> held, Acquisition wanted)
    {
        var edges = new List<EdgeCandidate>(held.Count);
        for (int i = 0; i < held.Count; i++)
        {
            Acquisition outer = held[i].Acquisition;

            // Two locks of one class and rank are ordered by rank, key or nest lock, never by the graph of classes.
            if (outer.Class.Name == wanted.Class.Name && outer.Subclass == wanted.Subclass)
            {
                continue;
            }

            edges.Add(new EdgeCandidate(held[i], Gates(held, i)));
        }

        return edges;
    }

    private static GateSet Gates(IReadOnlyList<HeldLock> held, int outer)
    {
        List<long>? gates = null;
        for (int i = 0; i < outer; i++)
        {
            Acquisition gate = held[i].Acquisition;

            // A pseudo-lock is held by one thread by nature, so it would excuse every cycle that one thread makes.
            if (!gate.Mode.IsShared() && !gate.Class.IsPseudo && gate.Instance != held[outer].Acquisition.Instance)
            {
                (gates ??= []).Add(gate.Instance);
            }
        }

        return gates is null ? GateSet.Empty : GateSet.Of(gates);
    }
}
