public sealed class Tally
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    [GuardedBy("_gate")] private int _count;

    public async Task AddAsync(Func<Task<int>> next)
    {
        await _gate.WaitAsync();
        try
        {
            _count += await next();
        }
        finally
        {
            _gate.Release();
        }
    }
}
