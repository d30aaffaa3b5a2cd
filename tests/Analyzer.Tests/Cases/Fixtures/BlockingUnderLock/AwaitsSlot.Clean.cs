public sealed class Door
{
    private readonly SemaphoreSlim _key = new(1, 1);
    private readonly SemaphoreSlim _seats = new(4);
    private int _inside;

    public async Task EnterAsync()
    {
        await _key.WaitAsync();
        try
        {
            await _seats.WaitAsync().ConfigureAwait(false);
            Task next = _seats.WaitAsync();
            await next;
            _inside += 2;
        }
        finally
        {
            _key.Release();
        }
    }
}
