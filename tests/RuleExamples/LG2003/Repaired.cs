using LockGraph;

public sealed class Log
{
    private readonly Lock _gate = new();
    private int _pending;
    private bool _closed;

    [ExcludesLock("_gate")]
    public void Flush()
    {
        lock (_gate)
        {
            _pending = 0;
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }

        Flush();
    }
}
