// No two methods disagree, but the three do.
using LockGraph;

namespace Parity.SemaphoreThreeLocks;

public sealed class Downloader
{
    private readonly TrackedSemaphore _queue = new(1, 1);
    private readonly TrackedSemaphore _disk = new(1, 1);
    private readonly TrackedSemaphore _mirrors = new(1, 1);
    private int _fetched;
    private int _flushed;

    public static void Run()
    {
        var downloader = new Downloader();
        downloader.Fetch(5);
        downloader.Flush();
        downloader.Switch();
    }

    public void Fetch(int bytes)
    {
        _queue.Wait();
        try
        {
            _disk.Wait(); // expect-any: LG1002 Downloader._disk > Downloader._mirrors > Downloader._queue
            try
            {
                _fetched += bytes;
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
            _mirrors.Wait(); // expect-any: LG1002 Downloader._disk > Downloader._mirrors > Downloader._queue
            try
            {
                _flushed = _fetched;
            }
            finally
            {
                _mirrors.Release();
            }
        }
        finally
        {
            _disk.Release();
        }
    }

    public void Switch()
    {
        _mirrors.Wait();
        try
        {
            _queue.Wait(); // expect-any: LG1002 Downloader._disk > Downloader._mirrors > Downloader._queue
            try
            {
                _fetched = 0;
            }
            finally
            {
                _queue.Release();
            }
        }
        finally
        {
            _mirrors.Release();
        }
    }
}
