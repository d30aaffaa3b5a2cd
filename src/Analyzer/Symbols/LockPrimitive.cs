using LockGraph.Core;

namespace LockGraph.Analyzer;

/// <summary>The family that a lock type belongs to: which members it has.</summary>
internal enum LockFamily
{
    /// <summary>The monitor of any object: <c>lock</c>, static members of <c>Monitor</c>.</summary>
    Monitor,

    /// <summary><c>Enter</c>, <c>TryEnter</c>, <c>Exit</c>, <c>EnterScope</c> on the lock itself.</summary>
    Lock,

    /// <summary><c>EnterReadLock</c> and its sisters.</summary>
    ReaderWriterSlim,

    /// <summary><c>AcquireReaderLock</c> and its sisters.</summary>
    ReaderWriter,

    /// <summary><c>Wait</c>, <c>WaitAsync</c>, <c>Release</c>.</summary>
    Semaphore,

    /// <summary><c>WaitOne</c>, <c>ReleaseMutex</c>.</summary>
    Mutex,

    /// <summary><c>Enter(ref bool)</c>, <c>Exit</c>.</summary>
    Spin,

    /// <summary>Members that give a scope which releases when it is disposed; which ones, a table says.</summary>
    Scoped,
}

/// <summary>A kind of lock, with the traits that its class gets where the declaration leaves them open.</summary>
internal sealed class LockPrimitive
{
    private LockPrimitive(string name, LockFamily family, bool reentrant, LockOwner owner, WaitType waitType, params string[] typeNames)
    {
        Name = name;
        Family = family;
        Reentrant = reentrant;
        Owner = owner;
        WaitType = waitType;
        TypeNames = typeNames;
    }

    public static LockPrimitive Monitor { get; } = new("Monitor", LockFamily.Monitor, true, LockOwner.Thread, WaitType.Block, "System.Threading.Monitor");

    public static LockPrimitive Lock { get; } = new("Lock", LockFamily.Lock, true, LockOwner.Thread, WaitType.Block, "System.Threading.Lock", "LockGraph.TrackedLock");

    public static LockPrimitive TrackedMonitor { get; } = new("Monitor", LockFamily.Lock, true, LockOwner.Thread, WaitType.Block, "LockGraph.TrackedMonitor");

    public static LockPrimitive ReaderWriterSlim { get; } = new(
        "ReaderWriterLockSlim", LockFamily.ReaderWriterSlim, false, LockOwner.Thread, WaitType.Block, "System.Threading.ReaderWriterLockSlim", "LockGraph.TrackedReaderWriterLock");

    public static LockPrimitive ReaderWriter { get; } = new("ReaderWriterLock", LockFamily.ReaderWriter, true, LockOwner.Thread, WaitType.Block, "System.Threading.ReaderWriterLock");

    public static LockPrimitive Semaphore { get; } = new(
        "SemaphoreSlim", LockFamily.Semaphore, false, LockOwner.Flow, WaitType.Block, "System.Threading.SemaphoreSlim", "LockGraph.TrackedSemaphore");

    public static LockPrimitive Mutex { get; } = new("Mutex", LockFamily.Mutex, true, LockOwner.Thread, WaitType.Block, "System.Threading.Mutex", "LockGraph.TrackedMutex");

    public static LockPrimitive Spin { get; } = new("SpinLock", LockFamily.Spin, false, LockOwner.Thread, WaitType.Spin, "System.Threading.SpinLock", "LockGraph.TrackedSpinLock");

    /// <summary>Asynchronous locks whose acquisition gives a scope. The members are in <see cref="ScopeMethods"/>.</summary>
    public static LockPrimitive Scoped { get; } = new("AsyncLock", LockFamily.Scoped, false, LockOwner.Flow, WaitType.Async, [.. ScopeMethods.TypeNames]);

    public static IReadOnlyList<LockPrimitive> All { get; } = [Monitor, Lock, TrackedMonitor, ReaderWriterSlim, ReaderWriter, Semaphore, Mutex, Spin, Scoped];

    /// <summary>The name for documents, as the runtime spells it.</summary>
    public string Name { get; }

    public LockFamily Family { get; }

    public bool Reentrant { get; }

    public LockOwner Owner { get; }

    public WaitType WaitType { get; }

    /// <summary>Metadata names of the types.</summary>
    public IReadOnlyList<string> TypeNames { get; }
}
