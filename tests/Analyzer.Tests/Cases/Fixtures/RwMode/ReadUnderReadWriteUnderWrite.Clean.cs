public sealed class Index
{
    private readonly ReaderWriterLockSlim _terms = new();
    [GuardedBy("_terms")] private int _count;

    public int Count()
    {
        _terms.EnterReadLock();
        try { return _count; }
        finally { _terms.ExitReadLock(); }
    }

    public void Add()
    {
        _terms.EnterWriteLock();
        try { _count++; }
        finally { _terms.ExitWriteLock(); }
    }
}
