// The upgrade waits for the readers to leave, and a reader may be waiting for the lock that is held meanwhile.
using LockGraph;

namespace Parity.ReaderWriterLockUpgradeUnderInner;

public sealed class Directory
{
    private readonly TrackedReaderWriterLock _names = new();
    private readonly TrackedReaderWriterLock _numbers = new();
    private int _entries;

    public static void Run()
    {
        var directory = new Directory();
        directory.Renumber();
    }

    public void Renumber()
    {
        _names.EnterUpgradeableReadLock();
        try
        {
            _numbers.EnterWriteLock(); // expect-any: LG1002 Directory._names > Directory._numbers
            try
            {
                _names.EnterWriteLock(); // expect-any: LG1002 Directory._names > Directory._numbers
                try
                {
                    _entries++;
                }
                finally
                {
                    _names.ExitWriteLock();
                }
            }
            finally
            {
                _numbers.ExitWriteLock();
            }
        }
        finally
        {
            _names.ExitUpgradeableReadLock();
        }
    }
}
