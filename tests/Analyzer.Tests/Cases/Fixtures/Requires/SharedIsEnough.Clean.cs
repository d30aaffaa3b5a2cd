public sealed class Book
{
    private readonly ReaderWriterLockSlim _pages = new();

    [RequiresLock("_pages", Shared = true)]
    private int CountCore() => 1;

    public int Count()
    {
        _pages.EnterReadLock();
        try
        {
            return CountCore();
        }
        finally
        {
            _pages.ExitReadLock();
        }
    }
}
