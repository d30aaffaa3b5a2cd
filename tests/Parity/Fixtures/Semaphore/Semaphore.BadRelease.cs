// Fetch gives _queue back once more than it took it.
// throws: SemaphoreFullException
using LockGraph;

namespace Parity.SemaphoreBadRelease;

public sealed class Downloader
{
    private readonly TrackedSemaphore _queue = new(1, 1);
    private int _fetched;

    public static void Run()
    {
        var downloader = new Downloader();
        downloader.Fetch(5);
    }

    public void Fetch(int bytes)
    {
        if (bytes > 0)
        {
            _queue.Wait();
            _fetched += bytes;
            _queue.Release();
        }
        _queue.Release(); // expect: LG2005 Downloader._queue
    }
}
