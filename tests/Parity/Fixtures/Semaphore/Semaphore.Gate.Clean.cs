// One order, under _broken.
using LockGraph;

namespace Parity.SemaphoreGateClean;

public sealed class ConnectionPool
{
    private readonly TrackedSemaphore _broken = new(1, 1);
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
        _broken.Wait();
        try
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
        finally
        {
            _broken.Release();
        }
    }

    public void Return()
    {
        _broken.Wait();
        try
        {
            _idle.Wait();
            try
            {
                _leased.Wait();
                try
                {
                    _busy = _free;
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
        finally
        {
            _broken.Release();
        }
    }
}
