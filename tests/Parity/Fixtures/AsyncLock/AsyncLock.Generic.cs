// All instantiations of a generic type share its lock classes; two of them disagree.
using LockGraph;

namespace Parity.AsyncLockGeneric;

public static class SessionStoreDemo
{
    public static async Task RunAsync()
    {
        var named = new SessionStore<string>();
        var numbered = new SessionStore<int>();
        await named.OpenAsync("first", 5);
        await numbered.RenewAsync();
    }
}

public sealed class SessionStore<TKey>
    where TKey : notnull
{
    private readonly TrackedAsyncLock _sessions = new();
    private readonly TrackedAsyncLock _tokens = new();
    private readonly Dictionary<TKey, int> _byClients = [];
    private int _renewed;

    public async Task OpenAsync(TKey key, int clients)
    {
        using (await _sessions.LockAsync())
        {
            _byClients[key] = clients;
            using (await _tokens.LockAsync()) // expect-any: LG1002 SessionStore<TKey>._sessions > SessionStore<TKey>._tokens
            {
                _renewed++;
            }
        }
    }

    public async Task RenewAsync()
    {
        using (await _tokens.LockAsync())
        {
            using (await _sessions.LockAsync()) // expect-any: LG1002 SessionStore<TKey>._sessions > SessionStore<TKey>._tokens
            {
                _renewed = _byClients.Count;
            }
        }
    }
}
