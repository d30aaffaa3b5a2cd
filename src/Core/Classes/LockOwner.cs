namespace LockGraph.Core;

/// <summary>Who holds a lock of a class.</summary>
public enum LockOwner : byte
{
    /// <summary>The thread that took it; only that thread may release it.</summary>
    Thread = 0,

    /// <summary>The logical flow (<c>ExecutionContext</c>) that took it, across awaits and thread hops.</summary>
    Flow = 1,
}
