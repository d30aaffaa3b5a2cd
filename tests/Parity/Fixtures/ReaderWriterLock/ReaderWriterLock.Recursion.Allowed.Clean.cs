// With its recursion policy the lock lets its holder in again, in the same mode.
using LockGraph;

namespace Parity.ReaderWriterLockRecursionAllowedClean;

public sealed class FolderTree
{
    private readonly TrackedReaderWriterLock _folders = new(LockRecursionPolicy.SupportsRecursion);
    private int _files;

    public static void Run()
    {
        var tree = new FolderTree();
        _ = tree.Size(3);
    }

    public int Size(int depth)
    {
        _folders.EnterReadLock();
        try
        {
            return depth == 0 ? _files : _files + Size(depth - 1);
        }
        finally
        {
            _folders.ExitReadLock();
        }
    }

    public void Add(int files)
    {
        _folders.EnterWriteLock();
        try
        {
            _files += files;
        }
        finally
        {
            _folders.ExitWriteLock();
        }
    }
}
