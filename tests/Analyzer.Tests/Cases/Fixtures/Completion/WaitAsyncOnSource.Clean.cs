public sealed class Job
{
    private readonly TaskCompletionSource<bool> _started = new();

    public Task Started => _started.Task;

    public void Start() => _started.TrySetResult(true);
}

public sealed class Scheduler
{
    private readonly object _queue = new();
    private readonly List<Job> _jobs = [];

    public void Run(Job job)
    {
        lock (_queue)
        {
            _jobs.Remove(job);
        }

        job.Start();
    }

    public int Count()
    {
        lock (_queue) { return _jobs.Count; }
    }
}

public sealed class Board
{
    private readonly object _lines = new();

    public async Task WatchAsync(Job job)
    {
        await job.Started.WaitAsync(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        lock (_lines) { }
    }

    public void Show(Scheduler scheduler)
    {
        lock (_lines)
        {
            scheduler.Count();
        }
    }
}
