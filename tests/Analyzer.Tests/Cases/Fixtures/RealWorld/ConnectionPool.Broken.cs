public sealed class Pool
{
    private readonly object _idle = new();
    private readonly Stack<Connection> _free = new();

    public void Trim()
    {
        lock (_idle)
        {
            while (_free.Count > 0)
            {
                _free.Pop().Dispose(); // expect-any: LG1002
            }
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
        lock (_wire)
        {
            pool.Return(this); // expect-any: LG1002
        }
    }

    public void Dispose() { lock (_wire) { } }
}
