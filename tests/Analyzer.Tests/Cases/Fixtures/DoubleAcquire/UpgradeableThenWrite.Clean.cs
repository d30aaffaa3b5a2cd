public sealed class Map
{
    private readonly ReaderWriterLockSlim _tiles = new();
    private int _colour;

    public void Paint(int colour)
    {
        _tiles.EnterUpgradeableReadLock();
        try
        {
            if (_colour != colour)
            {
                _tiles.EnterWriteLock();
                try
                {
                    _colour = colour;
                }
                finally
                {
                    _tiles.ExitWriteLock();
                }
            }
        }
        finally
        {
            _tiles.ExitUpgradeableReadLock();
        }
    }
}
