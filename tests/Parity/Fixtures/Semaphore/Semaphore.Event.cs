// Free is raised under the lock of its source; the subscriber has a lock of its own.
using LockGraph;

namespace Parity.SemaphoreEvent;

public sealed class ConnectionPool
{
    private readonly TrackedSemaphore _idle = new(1, 1);
    private int _free;

    public event EventHandler<int>? Free;

    public static void Run()
    {
        var connectionPool = new ConnectionPool();
        var progressBar = new ProgressBar(connectionPool);
        connectionPool.Lease(5);
        progressBar.Refresh();
    }

    public void Lease(int slots)
    {
        _idle.Wait();
        try
        {
            _free += slots;
            Free?.Invoke(this, slots); // expect-any: LG1002 ConnectionPool._idle > ProgressBar._marks
        }
        finally
        {
            _idle.Release();
        }
    }

    public int Current()
    {
        _idle.Wait(); // expect-any: LG1002 ConnectionPool._idle > ProgressBar._marks
        try
        {
            return _free;
        }
        finally
        {
            _idle.Release();
        }
    }
}

public sealed class ProgressBar
{
    private readonly ConnectionPool _source;
    private readonly TrackedSemaphore _marks = new(1, 1);
    private int _last;

    public ProgressBar(ConnectionPool source)
    {
        _source = source;
        _source.Free += OnFree;
    }

    public void Refresh()
    {
        _marks.Wait();
        try
        {
            _last = _source.Current(); // expect-any: LG1002 ConnectionPool._idle > ProgressBar._marks
        }
        finally
        {
            _marks.Release();
        }
    }

    private void OnFree(object? sender, int slots)
    {
        _marks.Wait(); // expect-any: LG1002 ConnectionPool._idle > ProgressBar._marks
        try
        {
            _last = slots;
        }
        finally
        {
            _marks.Release();
        }
    }
}
