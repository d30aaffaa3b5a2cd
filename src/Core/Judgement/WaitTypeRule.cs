namespace LockGraph.Core;

/// <summary>Inside a lock whose waiters spin, nothing may be waited for in a slower way.</summary>
internal static class WaitTypeRule
{
    public static void Judge(IReadOnlyList<HeldLock> held, Acquisition wanted, List<Verdict> verdicts)
    {
        WaitType asked = wanted.EffectiveWaitType;
        if (wanted.Class.IsPseudo || asked == WaitType.Free)
        {
            return;
        }

        foreach (HeldLock entry in held)
        {
            WaitType outer = entry.Acquisition.EffectiveWaitType;

            // Async inside block is the await's fault, not the acquisition's: a wait that is started and not awaited suspends nobody.
            if (outer is not (WaitType.Free or WaitType.Block or WaitType.Async) && asked > outer)
            {
                verdicts.Add(new Verdict(ViolationKind.WaitType, entry));
                return;
            }
        }
    }
}
