using System.Globalization;

namespace LockGraph.Core;

/// <summary>How many locks one flow may hold at once.</summary>
internal static class HeldLimits
{
    public static void Judge(IReadOnlyList<HeldLock> held, Acquisition wanted, bool sharesSlot, int heldLimit, List<Verdict> verdicts)
    {
        int slots = sharesSlot ? 0 : 1;
        int ofClass = 1;
        foreach (HeldLock entry in held)
        {
            if (entry.Acquisition.Class.IsPseudo || entry.Acquisition.Instance == wanted.Instance)
            {
                continue;
            }

            slots += entry.SharesSlot ? 0 : 1;
            ofClass += entry.Acquisition.Class.Name == wanted.Class.Name ? 1 : 0;
        }

        if (slots > heldLimit && !sharesSlot)
        {
            verdicts.Add(new Verdict(ViolationKind.HeldLimit, null, heldLimit.ToString(CultureInfo.InvariantCulture)));
        }

        if (wanted.Class.MaxHeld is int most && ofClass > most)
        {
            verdicts.Add(new Verdict(ViolationKind.ClassHeldLimit, null, most.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
