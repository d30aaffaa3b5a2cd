namespace LockGraph.Core;

/// <summary>What a second acquisition of one instance by its holder is.</summary>
internal enum RepetitionVerdict
{
    /// <summary>Counted, no event.</summary>
    Reentry,

    /// <summary>A legal change of mode that can block.</summary>
    ChangeOfMode,

    /// <summary>The holder would wait for itself, or the lock refuses.</summary>
    Recursion,
}

/// <summary>Tells re-entry, change of mode and recursion apart.</summary>
internal static class Repetition
{
    public static RepetitionVerdict Judge(IReadOnlyList<HeldLock> held, HeldLock same, Acquisition wanted)
    {
        // A try that was granted has been granted: whatever the lock is, its holder now holds it once more.
        if (wanted.Kind != AcquisitionKind.Blocking || wanted.Class.IsPseudo)
        {
            return RepetitionVerdict.Reentry;
        }

        // Said of this very acquisition, "not reentrant" leaves only the blocking table: neither an upgrade nor the upgrader's own read.
        LockMode strongest = Strongest(held, wanted.Instance);
        bool grantsUpgrader = wanted.Reentrant != false;
        bool upgrade = grantsUpgrader && wanted.Mode == LockMode.Write && strongest == LockMode.Upgrade;
        if (upgrade)
        {
            return RepetitionVerdict.ChangeOfMode;
        }

        if (wanted.EffectiveReentrant)
        {
            // Reader to writer waits for the reader, which is the requester itself, however reentrant the lock is.
            bool onlyReads = strongest is LockMode.Read or LockMode.ReadRecursive;
            bool wantsMore = wanted.Mode is LockMode.Write or LockMode.Upgrade;
            return onlyReads && wantsMore ? RepetitionVerdict.Recursion : RepetitionVerdict.Reentry;
        }

        // The upgradeable holder may read: that is what the mode is for. An overtaking reader never waits for a reader.
        bool reads = wanted.Mode is LockMode.Read or LockMode.ReadRecursive;
        bool granted = (grantsUpgrader && reads && strongest == LockMode.Upgrade && same.Acquisition.Mode == LockMode.Upgrade)
            || (wanted.Mode == LockMode.ReadRecursive && strongest != LockMode.Write);
        return granted ? RepetitionVerdict.Reentry : RepetitionVerdict.Recursion;
    }

    private static LockMode Strongest(IReadOnlyList<HeldLock> held, long instance)
    {
        LockMode strongest = LockMode.ReadRecursive;
        foreach (HeldLock entry in held)
        {
            if (entry.Acquisition.Instance == instance && Strength(entry.Acquisition.Mode) > Strength(strongest))
            {
                strongest = entry.Acquisition.Mode;
            }
        }

        return strongest;
    }

    private static int Strength(LockMode mode) => mode switch
    {
        LockMode.Write => 3,
        LockMode.Upgrade => 2,
        LockMode.Read => 1,
        _ => 0,
    };
}
