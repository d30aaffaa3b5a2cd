// A second reading waits behind a writer that waits for the first.
// throws: LockRecursionException
using LockGraph;

namespace Parity.ReaderWriterLockRecursionReaders;

public sealed class Index
{
    private readonly TrackedReaderWriterLock _entries = new();
    private int _count;

    public static void Run()
    {
        var index = new Index();
        index.Add(4);
        _ = index.Average();
    }

    public void Add(int entries)
    {
        _entries.EnterWriteLock();
        try
        {
            _count += entries;
        }
        finally
        {
            _entries.ExitWriteLock();
        }
    }

    public int Average()
    {
        _entries.EnterReadLock();
        try
        {
            return _count / Math.Max(1, Count()); // expect-any: LG1004 Index._entries
        }
        finally
        {
            _entries.ExitReadLock();
        }
    }

    public int Count()
    {
        _entries.EnterReadLock(); // expect-any: LG1004 Index._entries
        try
        {
            return _count;
        }
        finally
        {
            _entries.ExitReadLock();
        }
    }
}
