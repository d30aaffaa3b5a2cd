using LockGraph.Core;

namespace LockGraph;

/// <summary>What a primitive brings to the classes of its locks.</summary>
internal sealed record TrackedPrimitive(string Name, bool Reentrant, LockOwner Owner, WaitType WaitType)
{
    public static readonly TrackedPrimitive Lock = new("Lock", true, LockOwner.Thread, WaitType.Block);
    public static readonly TrackedPrimitive Monitor = new("Monitor", true, LockOwner.Thread, WaitType.Block);
    public static readonly TrackedPrimitive ReaderWriterLock = new("ReaderWriterLockSlim", false, LockOwner.Thread, WaitType.Block);
    public static readonly TrackedPrimitive Semaphore = new("SemaphoreSlim", false, LockOwner.Flow, WaitType.Block);
    public static readonly TrackedPrimitive AsyncLock = new("AsyncLock", false, LockOwner.Flow, WaitType.Async);
    public static readonly TrackedPrimitive Mutex = new("Mutex", true, LockOwner.Thread, WaitType.Block);
    public static readonly TrackedPrimitive SpinLock = new("SpinLock", false, LockOwner.Thread, WaitType.Spin);
}
