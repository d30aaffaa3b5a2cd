public sealed class Profile
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _version;

    public async Task SaveAsync(Stream target)
    {
        await _gate.WaitAsync();
        try
        {
            _version++;
            await target.FlushAsync();
        }
        finally
        {
            _gate.Release();
        }
    }
}
