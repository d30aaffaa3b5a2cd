public sealed class Cabin
{
    private readonly SemaphoreSlim _key = new(1, 1);

    public async Task EnterAsync()
    {
        await _key.WaitAsync();
        try
        {
            await LookAsync(); // expect: LG1004
        }
        finally
        {
            _key.Release();
        }
    }

    private Task LookAsync() => PeekAsync();

    private async Task PeekAsync()
    {
        await _key.WaitAsync();
        _key.Release();
    }
}
