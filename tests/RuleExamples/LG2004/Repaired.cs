public sealed class Queue
{
    private readonly object _gate = new();
    private bool _closed;
    private int _count;

    public bool TryAdd()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            _count++;
            return true;
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }
    }
}
