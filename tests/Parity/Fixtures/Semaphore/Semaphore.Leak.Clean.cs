// The early return gives _chunks back.
using LockGraph;

namespace Parity.SemaphoreLeakClean;

public sealed class Uploader
{
    private readonly TrackedSemaphore _chunks = new(1, 1);
    private int _uploaded;

    public static void Run()
    {
        var uploader = new Uploader();
        uploader.Upload(5);
    }

    public void Upload(int blocks)
    {
        _chunks.Wait();
        try
        {
            _uploaded += blocks;
            if (_uploaded > 3)
            {
                return;
            }

            _uploaded--;
        }
        finally
        {
            _chunks.Release();
        }
    }
}
