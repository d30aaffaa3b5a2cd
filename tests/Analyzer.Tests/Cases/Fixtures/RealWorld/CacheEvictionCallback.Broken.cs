public sealed class Cache
{
    private readonly object _entries = new();

    public event Action<string>? Evicted;

    public void Evict(string key)
    {
        lock (_entries)
        {
            Evicted?.Invoke(key); // expect-any: LG1002
        }
    }

    public void Put(string key) { lock (_entries) { } }
}

public sealed class Thumbnails
{
    private readonly object _files = new();
    private readonly Cache _cache = new();

    public Thumbnails() => _cache.Evicted += key => Delete(key);

    private void Delete(string key) { lock (_files) { } }

    public void Render(string key)
    {
        lock (_files)
        {
            _cache.Put(key); // expect-any: LG1002
        }
    }
}
