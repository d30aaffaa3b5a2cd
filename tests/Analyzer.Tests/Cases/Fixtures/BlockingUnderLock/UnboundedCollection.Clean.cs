using System.Collections.Concurrent;

public sealed class Jobs
{
    private readonly object _gate = new();
    private BlockingCollection<int>? _queue;
    private BlockingCollection<int> _stack = new(new ConcurrentStack<int>());

    public void Start(bool again)
    {
        _queue = new BlockingCollection<int>();
        if (again)
        {
            _stack = new BlockingCollection<int>(new ConcurrentStack<int>());
        }
    }

    public void Stop() => _queue = null;

    public void Enqueue(int job)
    {
        lock (_gate)
        {
            _queue?.Add(job);
            _stack.Add(job);
        }
    }
}
