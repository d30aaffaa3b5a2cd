public sealed class Parking
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task EnterAsync(bool truck)
    {
        if (truck)
        {
            await _gate.WaitAsync();
        }
        else
        {
            _gate.Wait();
        }

        try
        {
            await Task.Yield();
        }
        finally
        {
            _gate.Release();
        }
    }
}
