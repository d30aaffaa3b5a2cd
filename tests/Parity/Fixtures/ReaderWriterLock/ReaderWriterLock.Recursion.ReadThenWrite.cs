// No recursion policy makes a writer of a reader.
// throws: LockRecursionException
using LockGraph;

namespace Parity.ReaderWriterLockRecursionReadThenWrite;

public sealed class FolderTree
{
    private readonly TrackedReaderWriterLock _folders = new(LockRecursionPolicy.SupportsRecursion);
    private int _files;

    public static void Run()
    {
        var tree = new FolderTree();
        tree.Compact();
    }

    public void Compact()
    {
        _folders.EnterReadLock();
        try
        {
            if (_files == 0)
            {
                Add(1); // expect-any: LG1004 FolderTree._folders
            }
        }
        finally
        {
            _folders.ExitReadLock();
        }
    }

    public void Add(int files)
    {
        _folders.EnterWriteLock(); // expect-any: LG1004 FolderTree._folders
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
