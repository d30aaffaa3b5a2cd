// Static locks of a static class; Return takes them one after the other.
using LockGraph;

namespace Parity.SemaphoreStaticClean;

public static class ConnectionPool
{
    private static readonly TrackedSemaphore _idle = new(1, 1);
    private static readonly TrackedSemaphore _leased = new(1, 1);
    private static int _free;
    private static int _busy;

    public static void Run()
    {
        Lease(5);
        Return();
    }

    public static void Lease(int slots)
    {
        _idle.Wait();
        try
        {
            _leased.Wait();
            try
            {
                _free += slots;
                _busy++;
            }
            finally
            {
                _leased.Release();
            }
        }
        finally
        {
            _idle.Release();
        }
    }

    public static void Return()
    {
        _idle.Wait();
        try
        {
            _free++;
        }
        finally
        {
            _idle.Release();
        }
        _leased.Wait();
        try
        {
            _busy = 0;
        }
        finally
        {
            _leased.Release();
        }
    }
}
