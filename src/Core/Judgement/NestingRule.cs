namespace LockGraph.Core;

/// <summary>Two instances of one class need a declared order.</summary>
internal static class NestingRule
{
    public static void Judge(IReadOnlyList<HeldLock> held, Acquisition wanted, List<Verdict> verdicts)
    {
        if (wanted.Class.Nesting == SameClassNesting.InstanceOrder || wanted.Class.IsPseudo)
        {
            return;
        }

        for (int i = held.Count - 1; i >= 0; i--)
        {
            Acquisition outer = held[i].Acquisition;
            if (outer.Class.Name != wanted.Class.Name || outer.Instance == wanted.Instance || Allowed(outer, wanted))
            {
                continue;
            }

            verdicts.Add(new Verdict(ViolationKind.InvalidNesting, held[i]));
            return;
        }
    }

    private static bool Allowed(Acquisition outer, Acquisition wanted)
    {
        // An overtaking reader waits for writers only.
        if (wanted.Mode == LockMode.ReadRecursive && outer.Mode.IsShared())
        {
            return true;
        }

        return outer.Subclass != wanted.Subclass
            ? outer.Subclass < wanted.Subclass
            : outer.OrderKey is not null && wanted.OrderKey is not null && Ascends(outer.OrderKey, wanted.OrderKey);
    }

    // Keys come from user code: a comparison that throws orders nothing.
    private static bool Ascends(IComparable outer, IComparable inner)
    {
        try
        {
            return outer.CompareTo(inner) < 0;
        }
#pragma warning disable CA1031 // Whatever a user's comparison throws, the host goes on.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
