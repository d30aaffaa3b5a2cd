public sealed class Index
{
    private readonly ReaderWriterLockSlim _terms = new();

    public void Run()
    {
        _terms.EnterReadLock();
        _terms.ExitWriteLock(); // expect: LG2005
        _terms.ExitReadLock();
    }
}
