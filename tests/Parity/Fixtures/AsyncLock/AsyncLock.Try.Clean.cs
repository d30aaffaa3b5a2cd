// Renew goes against the order, but backs out when _sessions is taken.
using LockGraph;

namespace Parity.AsyncLockTryClean;

public sealed class SessionStore
{
    private readonly TrackedAsyncLock _sessions = new();
    private readonly TrackedAsyncLock _tokens = new();
    private int _opened;
    private int _renewed;

    public static void Run()
    {
        var sessionStore = new SessionStore();
        sessionStore.Open(5);
        sessionStore.Renew();
    }

    public void Open(int clients)
    {
        using (_sessions.Lock())
        {
            using (_tokens.Lock())
            {
                _opened += clients;
                _renewed++;
            }
        }
    }

    public void Renew()
    {
        using (_tokens.Lock())
        {
            if (_sessions.TryLock(out TrackedAsyncLock.Releaser sessions))
            {
                using (sessions)
                {
                    _renewed = _opened;
                }
            }
        }
    }
}
