public sealed class Session(Server server) : IDisposable
{
    public void Dispose() => server.Forget(this);
}

public sealed class Server
{
    private readonly object _sessions = new();
    private readonly object _log = new();

    public void Forget(Session session)
    {
        lock (_sessions)
        {
            _ = session;
        }
    }

    public void Ping()
    {
        lock (_log)
        {
            using var session = new Session(this); // expect-any: LG1002
        }
    }

    public void Close()
    {
        lock (_sessions)
        {
            lock (_log) { } // expect-any: LG1002
        }
    }
}
