namespace LockGraph.Core;

/// <summary>How a lock is requested or held.</summary>
public enum LockMode : byte
{
    /// <summary>Exclusive: excludes every other holder.</summary>
    Write = 0,

    /// <summary>A reader that queues behind a waiting writer, as in <c>ReaderWriterLockSlim</c>.</summary>
    Read = 1,

    /// <summary>A reader that overtakes waiting writers: only a writer that already holds the lock stops it.</summary>
    ReadRecursive = 2,

    /// <summary>Exclusive among upgraders, shared to readers; may turn into <see cref="Write"/> without a gap.</summary>
    Upgrade = 3,
}
