public sealed class Map
{
    private readonly ReaderWriterLockSlim _tiles = new();

    public void Paint()
    {
        _tiles.EnterWriteLock();
        try
        {
            Fill(); // expect: LG1004
        }
        finally
        {
            _tiles.ExitWriteLock();
        }
    }

    private void Fill()
    {
        _tiles.EnterWriteLock();
        _tiles.ExitWriteLock();
    }
}
