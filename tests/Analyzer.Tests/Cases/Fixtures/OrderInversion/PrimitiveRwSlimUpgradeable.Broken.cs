public sealed class Library
{
    private readonly ReaderWriterLockSlim _shelves = new();
    private readonly ReaderWriterLockSlim _loans = new();
    private int _books;

    public void Lend()
    {
        _shelves.EnterUpgradeableReadLock();
        try
        {
            _loans.EnterUpgradeableReadLock(); // expect-any: LG1002
            try
            {
                _books++;
            }
            finally
            {
                _loans.ExitUpgradeableReadLock();
            }
        }
        finally
        {
            _shelves.ExitUpgradeableReadLock();
        }
    }

    public void Return()
    {
        _loans.EnterUpgradeableReadLock();
        try
        {
            _shelves.EnterUpgradeableReadLock(); // expect-any: LG1002
            try
            {
                _books++;
            }
            finally
            {
                _shelves.ExitUpgradeableReadLock();
            }
        }
        finally
        {
            _loans.ExitUpgradeableReadLock();
        }
    }
}
