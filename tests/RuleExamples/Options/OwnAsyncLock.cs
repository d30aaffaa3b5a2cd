using LockGraph;

[ScopedLock]
public readonly struct Releaser(SemaphoreSlim slot) : IDisposable
{
    [ReleasesLock]
    public void Dispose() => slot.Release();
}

public static class SemaphoreScopes
{
    [AcquiresLock("slot")]
    public static async Task<Releaser> LockAsync(this SemaphoreSlim slot)
    {
        await slot.WaitAsync();
        return new Releaser(slot);
    }
}

public sealed class Courier
{
    private readonly SemaphoreSlim _pickup = new(1, 1);
    private readonly SemaphoreSlim _drop = new(1, 1);
    private int _parcels;

    public async Task DeliverAsync()
    {
        using (await _pickup.LockAsync())
        using (await _drop.LockAsync()) // LG1002
        {
            _parcels--;
        }
    }

    public async Task ReturnAsync()
    {
        using (await _drop.LockAsync())
        using (await _pickup.LockAsync()) // LG1002
        {
            _parcels++;
        }
    }
}
