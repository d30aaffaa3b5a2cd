public sealed class Orchard
{
    private readonly ReaderWriterLockSlim _trees = new();
    private readonly ReaderWriterLockSlim _crates = new();
    private int _apples;

    public void Pick()
    {
        _trees.EnterWriteLock();
        try
        {
            _crates.EnterWriteLock();
            try
            {
                _apples++;
            }
            finally
            {
                _crates.ExitWriteLock();
            }
        }
        finally
        {
            _trees.ExitWriteLock();
        }
    }

    public void Pack()
    {
        _trees.EnterWriteLock();
        try
        {
            _crates.EnterWriteLock();
            try
            {
                _apples++;
            }
            finally
            {
                _crates.ExitWriteLock();
            }
        }
        finally
        {
            _trees.ExitWriteLock();
        }
    }
}
