// No two methods disagree, but the three do.
using LockGraph;

namespace Parity.AsyncLockThreeLocks;

public sealed class SessionStore
{
    private readonly TrackedAsyncLock _sessions = new();
    private readonly TrackedAsyncLock _tokens = new();
    private readonly TrackedAsyncLock _sweeper = new();
    private int _opened;
    private int _renewed;

    public static async Task RunAsync()
    {
        var sessionStore = new SessionStore();
        await sessionStore.OpenAsync(5);
        await sessionStore.RenewAsync();
        await sessionStore.SweepAsync();
    }

    public async Task OpenAsync(int clients)
    {
        using (await _sessions.LockAsync())
        {
            using (await _tokens.LockAsync()) // expect-any: LG1002 SessionStore._sessions > SessionStore._tokens > SessionStore._sweeper
            {
                _opened += clients;
            }
        }
    }

    public async Task RenewAsync()
    {
        using (await _tokens.LockAsync())
        {
            using (await _sweeper.LockAsync()) // expect-any: LG1002 SessionStore._sessions > SessionStore._tokens > SessionStore._sweeper
            {
                _renewed = _opened;
            }
        }
    }

    public async Task SweepAsync()
    {
        using (await _sweeper.LockAsync())
        {
            using (await _sessions.LockAsync()) // expect-any: LG1002 SessionStore._sessions > SessionStore._tokens > SessionStore._sweeper
            {
                _opened = 0;
            }
        }
    }
}
