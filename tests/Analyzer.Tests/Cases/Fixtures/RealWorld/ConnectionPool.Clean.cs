public sealed class Pool
{
    private readonly object _idle = new();
    private readonly Stack<Connection> _free = new();

    public void Trim()
    {
        Connection[] idle;
        lock (_idle)
        {
            idle = [.. _free];
            _free.Clear();
        }

        foreach (Connection connection in idle)
        {
            connection.Dispose();
        }
    }

    public void Return(Connection connection)
    {
        lock (_idle)
        {
            _free.Push(connection);
        }
    }
}

public sealed class Connection(Pool pool) : IDisposable
{
    private readonly object _wire = new();

    public void Close()
    {
        lock (_wire) { }
        pool.Return(this);
    }

    public void Dispose() { lock (_wire) { } }
}
