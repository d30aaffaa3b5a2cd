// Fetch and Flush take _queue and _disk in one order.
using LockGraph;

namespace Parity.SemaphoreNestedClean;

public sealed class Downloader
{
    private readonly TrackedSemaphore _queue = new(1, 1);
    private readonly TrackedSemaphore _disk = new(1, 1);
    private int _fetched;
    private int _flushed;

    public static void Run()
    {
        var downloader = new Downloader();
        downloader.Fetch(5);
        downloader.Flush();
    }

    public void Fetch(int bytes)
    {
        _queue.Wait();
        try
        {
            _disk.Wait();
            try
            {
                _fetched += bytes;
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
        _queue.Wait();
        try
        {
            _disk.Wait();
            try
            {
                _flushed = _fetched;
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
}
