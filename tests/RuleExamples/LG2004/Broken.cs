public sealed class Queue
{
    private readonly object _gate = new();
    private bool _closed;
    private int _count;

    public bool TryAdd()
    {
        Monitor.Enter(_gate); // LG2004
        if (_closed)
        {
            return false;
        }

        _count++;
        Monitor.Exit(_gate);
        return true;
    }
}
