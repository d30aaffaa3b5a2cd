// Fetched is raised after the lock of its source was given back.
using LockGraph;

namespace Parity.SemaphoreEventClean;

public sealed class Downloader
{
    private readonly TrackedSemaphore _queue = new(1, 1);
    private int _fetched;

    public event EventHandler<int>? Fetched;

    public static void Run()
    {
        var downloader = new Downloader();
        var progressBar = new ProgressBar(downloader);
        downloader.Fetch(5);
        progressBar.Refresh();
    }

    public void Fetch(int bytes)
    {
        _queue.Wait();
        try
        {
            _fetched += bytes;
        }
        finally
        {
            _queue.Release();
        }
        Fetched?.Invoke(this, bytes);
    }

    public int Current()
    {
        _queue.Wait();
        try
        {
            return _fetched;
        }
        finally
        {
            _queue.Release();
        }
    }
}

public sealed class ProgressBar
{
    private readonly Downloader _source;
    private readonly TrackedSemaphore _marks = new(1, 1);
    private int _last;

    public ProgressBar(Downloader source)
    {
        _source = source;
        _source.Fetched += OnFetched;
    }

    public void Refresh()
    {
        _marks.Wait();
        try
        {
            _last = _source.Current();
        }
        finally
        {
            _marks.Release();
        }
    }

    private void OnFetched(object? sender, int bytes)
    {
        _marks.Wait();
        try
        {
            _last = bytes;
        }
        finally
        {
            _marks.Release();
        }
    }
}
