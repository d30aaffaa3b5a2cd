namespace LockGraph.Analyzer;

/// <summary>Identifiers that make a body worth a closer look, before anything is bound.</summary>
internal static class LockNames
{
    private static readonly HashSet<string> _members = new(StringComparer.Ordinal)
    {
        "Monitor", "Enter", "TryEnter", "EnterScope", "EnterReadLock", "EnterWriteLock", "EnterUpgradeableReadLock", "TryEnterReadLock", "TryEnterWriteLock",
        "TryEnterUpgradeableReadLock", "ExitReadLock", "ExitWriteLock", "ExitUpgradeableReadLock", "AcquireReaderLock", "AcquireWriterLock", "UpgradeToWriterLock",
        "ReleaseReaderLock", "ReleaseWriterLock", "WaitAsync", "WaitOne", "ReleaseMutex", "LockAsync", "EnterAsync", "ReaderLockAsync", "WriterLockAsync",
        "ReaderLock", "WriterLock", "Pulse", "PulseAll", "ReadLockAsync", "WriteLockAsync", "UpgradeableReadLockAsync", "AcquireAsync", "SpinLock",
    };

    private static readonly HashSet<string> _byHand = new(StringComparer.Ordinal)
    {
        "Enter", "TryEnter", "Exit", "EnterScope", "EnterReadLock", "EnterWriteLock", "EnterUpgradeableReadLock", "TryEnterReadLock", "TryEnterWriteLock",
        "TryEnterUpgradeableReadLock", "ExitReadLock", "ExitWriteLock", "ExitUpgradeableReadLock", "AcquireReaderLock", "AcquireWriterLock", "ReleaseReaderLock",
        "ReleaseWriterLock", "Wait", "WaitAsync", "Release", "WaitOne", "ReleaseMutex", "LockAsync", "EnterAsync", "ReaderLockAsync", "WriterLockAsync", "Lock",
        "ReaderLock", "WriterLock", "ReadLockAsync", "WriteLockAsync", "UpgradeableReadLockAsync", "AcquireAsync", "TryLock",
    };

    private static readonly HashSet<string> _weak = new(StringComparer.Ordinal) { "Wait", "Release", "Exit", "Lock", "TryLock" };

    private static readonly HashSet<string> _annotations = new(StringComparer.Ordinal)
    {
        "GuardedBy", "RequiresLock", "ExcludesLock", "AcquiresLock", "ReleasesLock", "TryAcquiresLock", "ReturnsLock", "AssertsLock", "NoLockAnalysis",
        "ScopedLock", "LockClass", "AcquiredBefore", "AcquiredAfter", "LockOrder", "LockHierarchy", "LockSubclass", "OrderedBy", "MaxHeld",
    };

    /// <summary>True for a name that a member of a lock has.</summary>
    public static bool Contains(string name) => _members.Contains(name) || _weak.Contains(name);

    /// <summary>True when one of the names is that of a member that takes or releases by hand.</summary>
    public static bool HasOneByHand(HashSet<string> names) => names.Overlaps(_byHand);

    /// <summary>True for the name of one of our attributes, with or without its ending.</summary>
    public static bool IsAnnotation(string name) =>
        _annotations.Contains(name) || (name.EndsWith("Attribute", StringComparison.Ordinal) && _annotations.Contains(name.Substring(0, name.Length - "Attribute".Length)));
}
