namespace LockGraph.Core;

/// <summary>Whether an acquisition can wait for ever.</summary>
public enum AcquisitionKind : byte
{
    /// <summary>Waits until the lock is free.</summary>
    Blocking = 0,

    /// <summary>Does not wait: backs out when the lock is taken.</summary>
    Try = 1,

    /// <summary>Waits for a bounded time: backs out some day, so it orders like a try.</summary>
    Timed = 2,
}
