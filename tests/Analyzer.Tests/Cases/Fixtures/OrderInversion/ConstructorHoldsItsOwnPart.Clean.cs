// Whoever is being made holds a lock that is part of himself: nobody else can wait for it yet.
public sealed class AsyncGate
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);

    public void Enter() => _semaphore.Wait();

    public void Leave() => _semaphore.Release();
}

public sealed class Session
{
    private readonly AsyncGate _parser = new();
    private readonly Pool _pool;

    public Session(Pool pool)
    {
        _pool = pool;
        _parser.Enter();
        try
        {
            _pool.Count();
        }
        finally
        {
            _parser.Leave();
        }
    }

    public void Close()
    {
        _parser.Enter();
        try
        {
            GC.KeepAlive(_pool);
        }
        finally
        {
            _parser.Leave();
        }
    }
}

public sealed class Pool
{
    private readonly object _log = new();
    private readonly List<Session> _sessions = [];

    public int Count()
    {
        lock (_sessions)
        {
            return _sessions.Count;
        }
    }

    public Session Open()
    {
        lock (_log)
        {
            return Make();
        }
    }

    private Session Make() => new(this);

    public void Clear()
    {
        lock (_sessions)
        {
            foreach (Session session in _sessions)
            {
                session.Close();
            }
        }
    }
}
