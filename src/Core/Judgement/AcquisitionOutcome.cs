namespace LockGraph.Core;

/// <summary>What an acquisition means for the held-lock stack.</summary>
public enum AcquisitionOutcome
{
    /// <summary>A new entry.</summary>
    Held,

    /// <summary>The holder takes a reentrant instance again: its count rises, nothing else.</summary>
    Reentry,

    /// <summary>A new entry that shares the slot of its class, because a held nest lock serializes them.</summary>
    HeldUnderNestLock,
}
