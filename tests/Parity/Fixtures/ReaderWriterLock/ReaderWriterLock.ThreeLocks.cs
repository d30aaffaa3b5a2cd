// No two methods disagree, but the three do.
using LockGraph;

namespace Parity.ReaderWriterLockThreeLocks;

public sealed class RouteTable
{
    private readonly TrackedReaderWriterLock _routes = new();
    private readonly TrackedReaderWriterLock _neighbors = new();
    private readonly TrackedReaderWriterLock _metrics = new();
    private int _learned;
    private int _expired;

    public static void Run()
    {
        var routeTable = new RouteTable();
        routeTable.Learn(5);
        routeTable.Expire();
        routeTable.Weigh();
    }

    public void Learn(int hops)
    {
        _routes.EnterWriteLock();
        try
        {
            _neighbors.EnterWriteLock(); // expect-any: LG1002 RouteTable._metrics > RouteTable._routes > RouteTable._neighbors
            try
            {
                _learned += hops;
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
            _metrics.EnterWriteLock(); // expect-any: LG1002 RouteTable._metrics > RouteTable._routes > RouteTable._neighbors
            try
            {
                _expired = _learned;
            }
            finally
            {
                _metrics.ExitWriteLock();
            }
        }
        finally
        {
            _neighbors.ExitWriteLock();
        }
    }

    public void Weigh()
    {
        _metrics.EnterWriteLock();
        try
        {
            _routes.EnterWriteLock(); // expect-any: LG1002 RouteTable._metrics > RouteTable._routes > RouteTable._neighbors
            try
            {
                _learned = 0;
            }
            finally
            {
                _routes.ExitWriteLock();
            }
        }
        finally
        {
            _metrics.ExitWriteLock();
        }
    }
}
