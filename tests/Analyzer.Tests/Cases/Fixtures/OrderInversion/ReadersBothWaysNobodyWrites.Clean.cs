public sealed class Timetable
{
    private readonly ReaderWriterLockSlim _trains = new();
    private readonly object _board = new();
    private int _late;

    public int Late()
    {
        _trains.EnterReadLock();
        try
        {
            lock (_board)
            {
                return _late;
            }
        }
        finally
        {
            _trains.ExitReadLock();
        }
    }

    public void Delay()
    {
        _trains.EnterWriteLock();
        try
        {
            lock (_board)
            {
                _late++;
            }
        }
        finally
        {
            _trains.ExitWriteLock();
        }
    }
}
