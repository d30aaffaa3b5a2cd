namespace LockGraph.Core;

/// <summary>A nest lock serializes all locks of a class, if it really is held.</summary>
internal static class NestLockRule
{
    /// <summary>Adds a verdict when the claimed nest lock is not held.</summary>
    /// <returns>True when the acquisition joins others of its class under a held nest lock, and so needs no order of its own.</returns>
    public static bool Judge(IReadOnlyList<HeldLock> held, Acquisition wanted, List<Verdict> verdicts)
    {
        if (wanted.NestLock == 0)
        {
            return false;
        }

        bool nestLockHeld = false;
        foreach (HeldLock entry in held)
        {
            if (entry.Acquisition.Instance == wanted.NestLock)
            {
                nestLockHeld = true;
            }
            else if (nestLockHeld && entry.Acquisition.NestLock == wanted.NestLock && entry.Acquisition.Class.Name == wanted.Class.Name)
            {
                // The first of the class carries the edges and the slot; those that join it add none.
                return true;
            }
        }

        if (!nestLockHeld)
        {
            verdicts.Add(new Verdict(ViolationKind.NestLockNotHeld, null, wanted.NestLockName));
        }

        return false;
    }
}
