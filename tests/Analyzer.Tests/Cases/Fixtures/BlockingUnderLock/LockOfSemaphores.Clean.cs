public sealed class ReadWriteLock
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly SemaphoreSlim _readersGone = new(0, 1);
    private int _readers;

    public void EnterWrite()
    {
        _writer.Wait();
        if (Volatile.Read(ref _readers) > 0)
        {
            _readersGone.Wait();
        }
    }

    public void ExitWrite() => _writer.Release();

    public void ExitRead()
    {
        if (Interlocked.Decrement(ref _readers) == 0)
        {
            _readersGone.Release();
        }
    }
}
