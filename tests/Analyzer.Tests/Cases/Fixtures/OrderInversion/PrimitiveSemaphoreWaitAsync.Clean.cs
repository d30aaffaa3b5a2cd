public sealed class Harbor
{
    private readonly SemaphoreSlim _berths = new(1, 1);
    private readonly SemaphoreSlim _cranes = new(1, 1);
    private int _moves;

    public async Task Dock()
    {
        await _berths.WaitAsync();
        try
        {
            await _cranes.WaitAsync();
            try
            {
                _moves++;
            }
            finally
            {
                _cranes.Release();
            }
        }
        finally
        {
            _berths.Release();
        }
    }

    public async Task Unload()
    {
        await _berths.WaitAsync();
        try
        {
            await _cranes.WaitAsync();
            try
            {
                _moves++;
            }
            finally
            {
                _cranes.Release();
            }
        }
        finally
        {
            _berths.Release();
        }
    }
}
