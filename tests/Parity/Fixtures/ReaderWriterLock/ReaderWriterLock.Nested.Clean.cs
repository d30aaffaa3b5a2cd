// Learn and Expire take _routes and _neighbors in one order.
using LockGraph;

namespace Parity.ReaderWriterLockNestedClean;

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
        _routes.EnterWriteLock();
        try
        {
            _neighbors.EnterWriteLock();
            try
            {
                _expired = _learned;
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
}
