// All instantiations of a generic type share its lock classes; two of them disagree.
using LockGraph;

namespace Parity.SemaphoreGeneric;

public static class DownloaderDemo
{
    public static void Run()
    {
        var named = new Downloader<string>();
        var numbered = new Downloader<int>();
        named.Fetch("first", 5);
        numbered.Flush();
    }
}

public sealed class Downloader<TKey>
    where TKey : notnull
{
    private readonly TrackedSemaphore _queue = new(1, 1);
    private readonly TrackedSemaphore _disk = new(1, 1);
    private readonly Dictionary<TKey, int> _byBytes = [];
    private int _flushed;

    public void Fetch(TKey key, int bytes)
    {
        _queue.Wait();
        try
        {
            _byBytes[key] = bytes;
            _disk.Wait(); // expect-any: LG1002 Downloader<TKey>._disk > Downloader<TKey>._queue
            try
            {
                _flushed++;
            }
            finally
            {
                _disk.Release();
            }
        }
        finally
        {
            _queue.Release();
        }
    }

    public void Flush()
    {
        _disk.Wait();
        try
        {
            _queue.Wait(); // expect-any: LG1002 Downloader<TKey>._disk > Downloader<TKey>._queue
            try
            {
                _flushed = _byBytes.Count;
            }
            finally
            {
                _queue.Release();
            }
        }
        finally
        {
            _disk.Release();
        }
    }
}
