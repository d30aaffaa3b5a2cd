// Upload takes _chunks of two Uploader objects; another caller may swap them.
using LockGraph;

namespace Parity.SemaphoreSameClass;

public sealed class Uploader
{
    private readonly TrackedSemaphore _chunks = new(1, 1);
    private int _uploaded;

    public static void Run()
    {
        var first = new Uploader();
        var second = new Uploader();
        first.Upload(second, 5);
    }

    public void Upload(Uploader other, int blocks)
    {
        _chunks.Wait();
        try
        {
            other._chunks.Wait(); // expect: LG1003 Uploader._chunks
            try
            {
                _uploaded -= blocks;
                other._uploaded += blocks;
            }
            finally
            {
                other._chunks.Release();
            }
        }
        finally
        {
            _chunks.Release();
        }
    }
}
