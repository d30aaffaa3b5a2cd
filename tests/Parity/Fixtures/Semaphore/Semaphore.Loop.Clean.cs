// The inner lock is taken and given back in each round, and both locks between the rounds.
using LockGraph;

namespace Parity.SemaphoreLoopClean;

public sealed class Uploader
{
    private readonly TrackedSemaphore _chunks = new(1, 1);
    private readonly TrackedSemaphore _manifest = new(1, 1);
    private int _uploaded;
    private int _closed;

    public static void Run()
    {
        var uploader = new Uploader();
        uploader.Upload([1, 2, 3]);
        uploader.Seal();
    }

    public void Upload(int[] blocks)
    {
        _chunks.Wait();
        try
        {
            foreach (int one in blocks)
            {
                _manifest.Wait();
                try
                {
                    _closed += one;
                }
                finally
                {
                    _manifest.Release();
                }
            }
        }
        finally
        {
            _chunks.Release();
        }
    }

    public void Seal()
    {
        for (int round = 0; round < 2; round++)
        {
            _chunks.Wait();
            try
            {
                _manifest.Wait();
                try
                {
                    _uploaded += _closed;
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
}
