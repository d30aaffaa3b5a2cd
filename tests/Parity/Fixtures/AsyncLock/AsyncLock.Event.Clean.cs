// Opened is raised after the lock of its source was given back.
using LockGraph;

namespace Parity.AsyncLockEventClean;

public sealed class SessionStore
{
    private readonly TrackedAsyncLock _sessions = new();
    private int _opened;

    public event EventHandler<int>? Opened;

    public static void Run()
    {
        var sessionStore = new SessionStore();
        var inspector = new Inspector(sessionStore);
        sessionStore.Open(5);
        inspector.Revisit();
    }

    public void Open(int clients)
    {
        using (_sessions.Lock())
        {
            _opened += clients;
        }
        Opened?.Invoke(this, clients);
    }

    public int Current()
    {
        using (_sessions.Lock())
        {
            return _opened;
        }
    }
}

public sealed class Inspector
{
    private readonly SessionStore _source;
    private readonly TrackedAsyncLock _remarks = new();
    private int _last;

    public Inspector(SessionStore source)
    {
        _source = source;
        _source.Opened += OnOpened;
    }

    public void Revisit()
    {
        using (_remarks.Lock())
        {
            _last = _source.Current();
        }
    }

    private void OnOpened(object? sender, int clients)
    {
        using (_remarks.Lock())
        {
            _last = clients;
        }
    }
}
