// _idle is declared to come before _leased, and does.
using LockGraph;

namespace Parity.SemaphoreDeclaredClean;

public sealed class ConnectionPool
{
    [AcquiredBefore("_leased")]
    private readonly TrackedSemaphore _idle = new(1, 1);

    private readonly TrackedSemaphore _leased = new(1, 1);
    private int _free;
    private int _busy;

    public static void Run()
    {
        var connectionPool = new ConnectionPool();
        connectionPool.Lease(5);
    }

    public void Lease(int slots)
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
}
