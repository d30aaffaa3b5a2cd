public sealed class Map
{
    private readonly ReaderWriterLockSlim _tiles = new(LockRecursionPolicy.SupportsRecursion);

    public void Paint()
    {
        _tiles.EnterWriteLock();
        try
        {
            Fill();
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
