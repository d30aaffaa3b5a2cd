public sealed class Timetable
{
    private readonly ReaderWriterLockSlim _trains = new();
    private readonly object _board = new();

    public void Show()
    {
        _trains.EnterReadLock();
        try
        {
            lock (_board) { } // expect-any: LG1002
        }
        finally
        {
            _trains.ExitReadLock();
        }
    }

    public void Change()
    {
        lock (_board)
        {
            _trains.EnterWriteLock(); // expect-any: LG1002
            _trains.ExitWriteLock();
        }
    }
}
