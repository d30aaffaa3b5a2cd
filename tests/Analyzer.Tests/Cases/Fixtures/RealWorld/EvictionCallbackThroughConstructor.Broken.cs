public sealed class Cache
{
    private readonly object _entries = new();
    private readonly Action<int> _evicted;
    private int _count;

    public Cache(Action<int> evicted)
    {
        _evicted = evicted;
    }

    public void Put(int key)
    {
        lock (_entries)
        {
            _count++;
            Trim(key); // expect-any: LG1002
        }
    }

    private void Trim(int key) => _evicted(key);
}

public sealed class Store
{
    private readonly object _files = new();
    private readonly Cache _cache;

    public Store()
    {
        _cache = new Cache(key =>
        {
            lock (_files) { }
        });
    }

    public void Put(int key)
    {
        lock (_files)
        {
            _cache.Put(key); // expect-any: LG1002
        }
    }
}
