public interface IStore
{
    Task<int> CountAsync();
}

public sealed class MemoryStore : IStore
{
    public Task<int> CountAsync() => Task.FromResult(1);
}

public sealed class Mirror(IStore other) : IStore
{
    public async Task<int> CountAsync() => await other.CountAsync();
}

public sealed class DiskStore : IStore
{
    private int _tries;

    public async Task<int> CountAsync()
    {
        while (_tries++ < 3)
        {
            await Task.Delay(10);
        }

        return _tries;
    }
}

public sealed class Shop
{
    private readonly object _gate = new();
    private readonly IStore _store;
    private readonly MemoryStore _memory = new();
    private int _count;

    public Shop(IStore store) => _store = store;

    public void Sell()
    {
        lock (_gate)
        {
            _count = _store.CountAsync().GetAwaiter().GetResult(); // expect: LG3002
            _count += CountAsync().Result; // expect: LG3002
            _count += Recount(); // expect: LG3002
            _count += MaybeAsync(_count > 1).Result; // expect: LG3002
            _count += _memory.CountAsync().Result;
        }
    }

    private int Recount() => CountAsync().Result;

    private async Task<int> CountAsync() => await _memory.CountAsync() + await _store.CountAsync();

    private Task<int> MaybeAsync(bool now)
    {
        if (now)
        {
            return Task.FromResult(1);
        }

        Task<int> started = CountAsync();
        return started;
    }
}
