// Open and Renew take _sessions and _tokens in one order.
using LockGraph;

namespace Parity.AsyncLockNestedClean;

public sealed class SessionStore
{
    private readonly TrackedAsyncLock _sessions = new();
    private readonly TrackedAsyncLock _tokens = new();
    private int _opened;
    private int _renewed;

    public static async Task RunAsync()
    {
        var sessionStore = new SessionStore();
        await sessionStore.OpenAsync(5);
        await sessionStore.RenewAsync();
    }

    public async Task OpenAsync(int clients)
    {
        using (await _sessions.LockAsync())
        {
            using (await _tokens.LockAsync())
            {
                _opened += clients;
                _renewed++;
            }
        }
    }

    public async Task RenewAsync()
    {
        using (await _sessions.LockAsync())
        {
            using (await _tokens.LockAsync())
            {
                _renewed = _opened;
            }
        }
    }
}
