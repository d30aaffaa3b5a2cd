// Lease only tries _idle, but what it got it holds while it waits for _leased.
using LockGraph;

namespace Parity.SemaphoreTry;

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
        if (_idle.Wait(0))
        {
            try
            {
                _free += slots;
                _leased.Wait(); // expect-any: LG1002 ConnectionPool._idle > ConnectionPool._leased
                try
                {
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
