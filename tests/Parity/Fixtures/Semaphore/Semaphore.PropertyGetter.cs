// Reading Total takes _manifest, and nobody sees it from the outside.
using LockGraph;

namespace Parity.SemaphorePropertyGetter;

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

    public int Total
    {
        get
        {
            _manifest.Wait(); // expect-any: LG1002 Uploader._chunks > Uploader._manifest
            try
            {
                return _closed;
            }
            finally
            {
                _manifest.Release();
            }
        }
    }

    public void Upload(int blocks)
    {
        _chunks.Wait();
        try
        {
            _uploaded = Total + blocks; // expect-any: LG1002 Uploader._chunks > Uploader._manifest
        }
        finally
        {
            _chunks.Release();
        }
    }

    public void Seal()
    {
        _manifest.Wait();
        try
        {
            _closed++;
            _chunks.Wait(); // expect-any: LG1002 Uploader._chunks > Uploader._manifest
            try
            {
                _uploaded = 0;
            }
            finally
            {
                _chunks.Release();
            }
        }
        finally
        {
            _manifest.Release();
        }
    }
}
