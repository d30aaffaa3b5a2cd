// Guarded runs what it is given under _chunks, and is never called under another lock.
using LockGraph;

namespace Parity.SemaphoreLambdaClean;

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
        Guarded(() =>
        {
            _uploaded += blocks;
            _manifest.Wait();
            try
            {
                _closed++;
            }
            finally
            {
                _manifest.Release();
            }
        });
    }

    public void Seal()
    {
        Guarded(() => _uploaded = 0);
        _manifest.Wait();
        try
        {
            _closed = 0;
        }
        finally
        {
            _manifest.Release();
        }
    }

    private void Guarded(Action body)
    {
        _chunks.Wait();
        try
        {
            body();
        }
        finally
        {
            _chunks.Release();
        }
    }
}
