public sealed class Courier
{
    private readonly SemaphoreSlim _route = new(1, 1);
    private readonly SemaphoreSlim _parcel = new(1, 1);

    public async Task PlanAsync()
    {
        await _route.WaitAsync();
        try
        {
            await CheckAsync(); // expect-any: LG1002
        }
        finally
        {
            _route.Release();
        }
    }

    private Task CheckAsync() => WeighAsync(2);

    private async Task WeighAsync(int tries)
    {
        await Task.Yield();
        await OpenAsync(tries).ConfigureAwait(false);
    }

    private async ValueTask OpenAsync(int tries)
    {
        _ = tries;
        await _parcel.WaitAsync();
        _parcel.Release();
    }

    public async Task ReturnAsync()
    {
        await _parcel.WaitAsync();
        try
        {
            await _route.WaitAsync(); // expect-any: LG1002
            _route.Release();
        }
        finally
        {
            _parcel.Release();
        }
    }
}
