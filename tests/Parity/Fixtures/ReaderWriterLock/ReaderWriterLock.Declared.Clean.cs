// _routes is declared to come before _neighbors, and does.
using LockGraph;

namespace Parity.ReaderWriterLockDeclaredClean;

public sealed class RouteTable
{
    [AcquiredBefore("_neighbors")]
    private readonly TrackedReaderWriterLock _routes = new();

    private readonly TrackedReaderWriterLock _neighbors = new();
    private int _learned;
    private int _expired;

    public static void Run()
    {
        var routeTable = new RouteTable();
        routeTable.Learn(5);
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
}
