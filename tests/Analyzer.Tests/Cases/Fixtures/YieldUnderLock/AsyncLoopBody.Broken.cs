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
        await foreach (string name in NamesAsync())
        {
            await _audit.WaitAsync(); // expect-any: LG1002
            _audit.Release();
        }
    }

    public async Task RenameAsync()
    {
        await _audit.WaitAsync();
        try
        {
            await _entries.WaitAsync(); // expect-any: LG1002
            _entries.Release();
        }
        finally
        {
            _audit.Release();
        }
    }
}
