public sealed class Kiln
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task FireAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            await Task.Delay(1);
        }
        finally
        {
            _gate.Release();
        }
    }
}
