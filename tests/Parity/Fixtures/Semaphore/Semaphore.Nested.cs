// Lease and Return take _idle and _leased in opposite orders.
using LockGraph;

namespace Parity.SemaphoreNested;

public sealed class ConnectionPool
{
    private readonly TrackedSemaphore _idle = new(1, 1);
    private readonly TrackedSemaphore _leased = new(1, 1);
    private int _free;
    private int _busy;

    public static void Run()
    {
        var connectionPool = new ConnectionPool();
        connectionPool.Lease(5);
        connectionPool.Return();
    }

    public void Lease(int slots)
    {
        _idle.Wait();
        try
        {
            _leased.Wait(); // expect-any: LG1002 ConnectionPool._idle > ConnectionPool._leased
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

    public void Return()
    {
        _leased.Wait();
        try
        {
            _idle.Wait(); // expect-any: LG1002 ConnectionPool._idle > ConnectionPool._leased
            try
            {
                _busy = _free;
            }
            finally
            {
                _idle.Release();
            }
        }
        finally
        {
            _leased.Release();
        }
    }
}
