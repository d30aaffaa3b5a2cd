// Seal has given _chunks back before it takes _manifest.
using LockGraph;

namespace Parity.SemaphoreAcrossMethodsClean;

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
            Propagate(blocks);
        }
        finally
        {
            _chunks.Release();
        }
    }

    public void Seal()
    {
        int uploaded = Current();
        _manifest.Wait();
        try
        {
            _closed = uploaded;
        }
        finally
        {
            _manifest.Release();
        }
    }

    private void Propagate(int blocks)
    {
        Adjust(blocks);
    }

    private void Adjust(int blocks)
    {
        _manifest.Wait();
        try
        {
            _closed += blocks;
        }
        finally
        {
            _manifest.Release();
        }
    }

    private int Current()
    {
        _chunks.Wait();
        try
        {
            return _uploaded;
        }
        finally
        {
            _chunks.Release();
        }
    }
}
