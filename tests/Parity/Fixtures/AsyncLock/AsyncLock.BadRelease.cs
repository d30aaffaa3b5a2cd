// The releaser is disposed twice: the second time there is nothing to release.
// runtime-only: to the analyzer a second Dispose is what IDisposable says: it does nothing.
// throws: SemaphoreFullException
using LockGraph;

namespace Parity.AsyncLockBadRelease;

public sealed class SessionStore
{
    private readonly TrackedAsyncLock _sessions = new();
    private int _opened;

    public static void Run()
    {
        var sessionStore = new SessionStore();
        sessionStore.Open(5);
    }

    public void Open(int clients)
    {
        TrackedAsyncLock.Releaser sessions = _sessions.Lock();
        _opened += clients;
        sessions.Dispose();
        sessions.Dispose(); // expect: LG2005 SessionStore._sessions
    }
}
