// Expire goes against the order, but backs out when _routes is taken.
using LockGraph;

namespace Parity.ReaderWriterLockTryClean;

public sealed class RouteTable
{
    private readonly TrackedReaderWriterLock _routes = new();
    private readonly TrackedReaderWriterLock _neighbors = new();
    private int _learned;
    private int _expired;

    public static void Run()
    {
        var routeTable = new RouteTable();
        routeTable.Learn(5);
        routeTable.Expire();
    }

    public void Learn(int hops)
    {
        _routes.EnterWriteLock();
        try
        {
            _neighbors.EnterWriteLock();
            try
            {
                _learned += hops;
                _expired++;
            }
            finally
            {
                _neighbors.ExitWriteLock();
            }
        }
        finally
        {
            _routes.ExitWriteLock();
        }
    }

    public void Expire()
    {
        _neighbors.EnterWriteLock();
        try
        {
            if (_routes.TryEnterWriteLock(0))
            {
                try
                {
                    _expired = _learned;
                }
                finally
                {
                    _routes.ExitWriteLock();
                }
            }
        }
        finally
        {
            _neighbors.ExitWriteLock();
        }
    }
}
