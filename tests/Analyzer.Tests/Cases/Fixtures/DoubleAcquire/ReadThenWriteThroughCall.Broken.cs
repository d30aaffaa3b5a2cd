public sealed class Map
{
    private readonly ReaderWriterLockSlim _tiles = new();

    public void Paint()
    {
        _tiles.EnterReadLock();
        try
        {
            Fill(); // expect: LG1004
        }
        finally
        {
            _tiles.ExitReadLock();
        }
    }

    private void Fill()
    {
        _tiles.EnterWriteLock();
        _tiles.ExitWriteLock();
    }
}
