public interface IStore
{
    Task<int> CountAsync();

    Task AddAsync(int item);
}

public sealed class MemoryStore : IStore
{
    private static readonly Task<int> _none = Task.FromResult(0);
    private readonly List<int> _items = [];

    public Task<int> CountAsync()
    {
        if (_items.Count == 0)
        {
            return _none;
        }

        return _items.Count < 0 ? throw new InvalidOperationException() : Task.FromResult(_items.Count);
    }

    public Task AddAsync(int item)
    {
        _items.Add(item);
        return Task.CompletedTask;
    }
}

public sealed class NoStore : IStore
{
    public async Task<int> CountAsync() => await ZeroAsync().ConfigureAwait(false);

    public async Task AddAsync(int item)
    {
        await ((IStore)this).CountAsync();
    }

    private static ValueTask<int> ZeroAsync() => new ValueTask<int>(0);
}

public sealed class Mirror(IStore other) : IStore
{
    public async Task<int> CountAsync() => await other.CountAsync() + await HalfAsync(4);

    public Task AddAsync(int item) => other.AddAsync(item);

    private async Task<int> HalfAsync(int times) => times == 0 ? 0 : await HalfAsync(times / 2);
}

public sealed class Shop
{
    private readonly object _gate = new();
    private readonly IStore _store;
    private int _count;

    public Shop(IStore store) => _store = store;

    public void Sell()
    {
        lock (_gate)
        {
            _store.AddAsync(1).Wait();
            _count = _store.CountAsync().GetAwaiter().GetResult();
            Task<int> again = CountAsync();
            _count += again.Result + Recount();
        }
    }

    private int Recount() => CountAsync().Result;

    private async Task<int> CountAsync() => await _store.CountAsync();
}
