using LockGraph;

public sealed class Index
{
    private readonly ReaderWriterLockSlim _table = new();

    [GuardedBy("_table")]
    private int _hits;

    public void Hit()
    {
        _table.EnterReadLock();
        try
        {
            _hits = 1; // LG2001
        }
        finally
        {
            _table.ExitReadLock();
        }
    }
}
