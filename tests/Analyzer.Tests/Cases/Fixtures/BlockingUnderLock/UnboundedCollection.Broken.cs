using System.Collections.Concurrent;

public sealed class Jobs
{
    private readonly object _gate = new();
    private readonly BlockingCollection<int> _given;
    private BlockingCollection<int> _queue = new();

    public Jobs(BlockingCollection<int> given) => _given = given;

    public void Limit(int most) => _queue = new BlockingCollection<int>(most);

    public void Enqueue(int job)
    {
        lock (_gate)
        {
            _queue.Add(job); // expect: LG3002
            _given.Add(job); // expect: LG3002
        }
    }

    public int Next()
    {
        lock (_gate)
        {
            return _queue.Take(); // expect: LG3002
        }
    }
}
