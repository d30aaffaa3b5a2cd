public sealed class Index
{
    private readonly ReaderWriterLockSlim _terms = new();
    [GuardedBy("_terms")] private int _count;

    public void Add()
    {
        _terms.EnterUpgradeableReadLock();
        try { _count++; } // expect: LG2001
        finally { _terms.ExitUpgradeableReadLock(); }
    }
}
