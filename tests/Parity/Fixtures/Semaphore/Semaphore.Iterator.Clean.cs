// The iterator takes _queue when it is first moved; Flush takes _disk between the moves.
using LockGraph;

namespace Parity.SemaphoreIteratorClean;

public sealed class Downloader
{
    private readonly TrackedSemaphore _queue = new(1, 1);
    private readonly TrackedSemaphore _disk = new(1, 1);
    private readonly List<int> _bytes = [];
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
            _bytes.Add(bytes);
            _disk.Wait();
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
        foreach (int one in All())
        {
            _disk.Wait();
            try
            {
                _flushed += one;
            }
            finally
            {
                _disk.Release();
            }
        }
    }

    public IEnumerable<int> All()
    {
        int[] copy;
        _queue.Wait();
        try
        {
            copy = [.. _bytes];
        }
        finally
        {
            _queue.Release();
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
