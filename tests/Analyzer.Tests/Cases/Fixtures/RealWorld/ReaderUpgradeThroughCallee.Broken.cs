public sealed class Roster
{
    private readonly ReaderWriterLockSlim _names = new();
    private readonly Dictionary<string, int> _map = [];

    public int Get(string name)
    {
        _names.EnterReadLock();
        try
        {
            return _map.TryGetValue(name, out int known) ? known : Add(name); // expect: LG1004
        }
        finally
        {
            _names.ExitReadLock();
        }
    }

    private int Add(string name)
    {
        _names.EnterWriteLock();
        try
        {
            return _map[name] = _map.Count;
        }
        finally
        {
            _names.ExitWriteLock();
        }
    }
}
