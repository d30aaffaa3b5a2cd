public sealed class Registry
{
    private readonly SemaphoreSlim _entries = new(1, 1);
    private readonly SemaphoreSlim _audit = new(1, 1);
    private readonly List<string> _names = [];

    public async IAsyncEnumerable<string> NamesAsync()
    {
        await _entries.WaitAsync();
        try
        {
            foreach (string name in _names)
            {
                yield return name;
            }
        }
        finally
        {
            _entries.Release();
        }
    }

    public async Task AuditAsync()
    {
        int count = 0;
        await foreach (string name in NamesAsync().ConfigureAwait(false))
        {
            if (name.Length == 0)
            {
                break;
            }

            count++;
        }

        await _audit.WaitAsync();
        _audit.Release(count);
    }

    public async Task<string?> FirstAsync()
    {
        await foreach (string name in NamesAsync())
        {
            return name;
        }

        return null;
    }

    public async Task RenameAsync()
    {
        await _audit.WaitAsync();
        try
        {
            await _entries.WaitAsync();
            _entries.Release();
        }
        finally
        {
            _audit.Release();
        }
    }
}
