// The callee gives the lock of its caller back while it waits for others, in every turn of a loop.
public sealed class Recovery
{
    private readonly SemaphoreSlim _entities = new(1, 1);
    private readonly List<string> _broken = [];

    public async Task RecoverAsync(Func<string, Task> handler)
    {
        await _entities.WaitAsync();
        try
        {
            await RecoverAllAsync(handler);
        }
        finally
        {
            _entities.Release();
        }
    }

    private async Task RecoverAllAsync(Func<string, Task> handler)
    {
        foreach (string entity in _broken)
        {
            try
            {
                _entities.Release();
                await handler(entity);
            }
            finally
            {
                await _entities.WaitAsync();
            }
        }
    }
}
