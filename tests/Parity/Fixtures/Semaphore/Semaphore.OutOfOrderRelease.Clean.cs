// _chunks is given back first; the order of taking is the same everywhere.
using LockGraph;

namespace Parity.SemaphoreOutOfOrderReleaseClean;

public sealed class Uploader
{
    private readonly TrackedSemaphore _chunks = new(1, 1);
    private readonly TrackedSemaphore _manifest = new(1, 1);
    private int _uploaded;
    private int _closed;

    public static void Run()
    {
        var uploader = new Uploader();
        uploader.Upload(5);
        uploader.Seal();
    }

    public void Upload(int blocks)
    {
        _chunks.Wait();
        try
        {
            _uploaded += blocks;
            _manifest.Wait();
        }
        finally
        {
            _chunks.Release();
        }

        try
        {
            _closed++;
        }
        finally
        {
            _manifest.Release();
        }
    }

    public void Seal()
    {
        _chunks.Wait();
        try
        {
            _manifest.Wait();
            try
            {
                _closed = _uploaded;
            }
            finally
            {
                _manifest.Release();
            }
        }
        finally
        {
            _chunks.Release();
        }
    }
}
