public sealed class Worker
{
    private readonly object _lock;
    private readonly object _log = new();

    public Worker(object gate) => _lock = gate ?? throw new ArgumentNullException(nameof(gate));

    public void Run()
    {
        lock (_lock)
        {
            lock (_log) { } // expect-any: LG1002
        }
    }

    public void Flush(Office office)
    {
        lock (_log)
        {
            office.Close(); // expect-any: LG1002
        }
    }
}

public sealed class Office
{
    private readonly object _gate = new();
    private readonly Worker _worker;

    public Office()
    {
        _worker = new Worker(_gate);
    }

    public void Close()
    {
        lock (_gate) { }
    }
}
