// With its recursion policy a writer may read what it writes.
using LockGraph;

namespace Parity.ReaderWriterLockRecursionWriteThenReadClean;

public sealed class Scoreboard
{
    private readonly TrackedReaderWriterLock _scores = new(LockRecursionPolicy.SupportsRecursion);
    private int _points;

    public static void Run()
    {
        var board = new Scoreboard();
        board.Double();
    }

    public void Double()
    {
        _scores.EnterWriteLock();
        try
        {
            _points += Points();
        }
        finally
        {
            _scores.ExitWriteLock();
        }
    }

    public int Points()
    {
        _scores.EnterReadLock();
        try
        {
            return _points;
        }
        finally
        {
            _scores.ExitReadLock();
        }
    }
}
