namespace LockGraph.Cli.Traces;

/// <summary>What a thread did, in the words of the trace format.</summary>
internal enum TraceOperation
{
    /// <summary>Asked for a lock and waited until it had it.</summary>
    Acquire,

    /// <summary>Asked for a lock and backed out if it was taken.</summary>
    TryAcquire,

    /// <summary>Gave a lock back.</summary>
    Release,

    /// <summary>Turned a hold into a weaker mode.</summary>
    Downgrade,

    /// <summary>Initialised a lock, for the first time or again.</summary>
    Init,

    /// <summary>Ended the life of a lock, or dropped its history.</summary>
    Free,

    /// <summary>Started another thread.</summary>
    Fork,

    /// <summary>Waited for the end of another thread.</summary>
    Join,

    /// <summary>Something that is neither locked nor waited for; it only counts as an event.</summary>
    None,
}
