using LockGraph.Core;

namespace LockGraph.Analyzer;

/// <summary>The well-known locks of the ecosystem whose acquisition gives a scope: type, method, mode.</summary>
/// <remarks>Projects add their own with the option <c>lockgraph.scope_methods</c>, or say it at the source with <c>[AcquiresLock]</c>.</remarks>
internal static class ScopeMethods
{
    private static readonly (string Type, string Method, LockMode Mode)[] _known =
    [
        ("LockGraph.TrackedAsyncLock", "LockAsync", LockMode.Write),
        ("LockGraph.TrackedAsyncLock", "Lock", LockMode.Write),
        ("Nito.AsyncEx.AsyncLock", "LockAsync", LockMode.Write),
        ("Nito.AsyncEx.AsyncLock", "Lock", LockMode.Write),
        ("Nito.AsyncEx.AsyncMonitor", "EnterAsync", LockMode.Write),
        ("Nito.AsyncEx.AsyncMonitor", "Enter", LockMode.Write),
        ("Nito.AsyncEx.AsyncReaderWriterLock", "ReaderLockAsync", LockMode.Read),
        ("Nito.AsyncEx.AsyncReaderWriterLock", "ReaderLock", LockMode.Read),
        ("Nito.AsyncEx.AsyncReaderWriterLock", "WriterLockAsync", LockMode.Write),
        ("Nito.AsyncEx.AsyncReaderWriterLock", "WriterLock", LockMode.Write),
        ("Microsoft.VisualStudio.Threading.AsyncSemaphore", "EnterAsync", LockMode.Write),
        ("Microsoft.VisualStudio.Threading.AsyncReaderWriterLock", "ReadLockAsync", LockMode.ReadRecursive),
        ("Microsoft.VisualStudio.Threading.AsyncReaderWriterLock", "UpgradeableReadLockAsync", LockMode.Upgrade),
        ("Microsoft.VisualStudio.Threading.AsyncReaderWriterLock", "WriteLockAsync", LockMode.Write),
        ("DotNext.Threading.AsyncLock", "AcquireAsync", LockMode.Write),
        ("NeoSmart.AsyncLock.AsyncLock", "LockAsync", LockMode.Write),
        ("NeoSmart.AsyncLock.AsyncLock", "Lock", LockMode.Write),
        ("AsyncKeyedLock.AsyncNonKeyedLocker", "LockAsync", LockMode.Write),
        ("AsyncKeyedLock.AsyncNonKeyedLocker", "Lock", LockMode.Write),
    ];

    /// <summary>The types of the table.</summary>
    public static IEnumerable<string> TypeNames => _known.Select(entry => entry.Type).Distinct(StringComparer.Ordinal);

    /// <summary>The mode that a method acquires, or <see langword="null"/> when it acquires nothing.</summary>
    /// <param name="type">Full name of the type that declares the method.</param>
    /// <param name="method">Name of the method.</param>
    public static LockMode? ModeOf(string type, string method)
    {
        foreach ((string knownType, string knownMethod, LockMode mode) in _known)
        {
            if (knownMethod == method && knownType == type)
            {
                return mode;
            }
        }

        return null;
    }
}
