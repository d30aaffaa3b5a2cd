// A gate that is only read lets several in at once, and so excuses nothing.
using LockGraph;

namespace Parity.ReaderWriterLockGateReaders;

public sealed class Museum
{
    private readonly TrackedReaderWriterLock _opening = new();
    private readonly TrackedReaderWriterLock _halls = new();
    private readonly TrackedReaderWriterLock _guides = new();
    private int _visitors;

    public static void Run()
    {
        var museum = new Museum();
        museum.Admit(3);
        museum.Guide();
    }

    public void Admit(int visitors)
    {
        _opening.EnterReadLock();
        try
        {
            _halls.EnterWriteLock();
            try
            {
                _guides.EnterWriteLock(); // expect-any: LG1002 Museum._guides > Museum._halls
                _visitors += visitors;
                _guides.ExitWriteLock();
            }
            finally
            {
                _halls.ExitWriteLock();
            }
        }
        finally
        {
            _opening.ExitReadLock();
        }
    }

    public void Guide()
    {
        _opening.EnterReadLock();
        try
        {
            _guides.EnterWriteLock();
            try
            {
                _halls.EnterWriteLock(); // expect-any: LG1002 Museum._guides > Museum._halls
                _visitors--;
                _halls.ExitWriteLock();
            }
            finally
            {
                _guides.ExitWriteLock();
            }
        }
        finally
        {
            _opening.ExitReadLock();
        }
    }
}
