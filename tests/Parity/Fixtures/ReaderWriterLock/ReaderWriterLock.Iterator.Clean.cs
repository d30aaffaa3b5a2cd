// The iterator takes _routes when it is first moved; Expire takes _neighbors between the moves.
using LockGraph;

namespace Parity.ReaderWriterLockIteratorClean;

public sealed class RouteTable
{
    private readonly TrackedReaderWriterLock _routes = new();
    private readonly TrackedReaderWriterLock _neighbors = new();
    private readonly List<int> _hops = [];
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
            _hops.Add(hops);
            _neighbors.EnterWriteLock();
            try
            {
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
        foreach (int one in All())
        {
            _neighbors.EnterWriteLock();
            try
            {
                _expired += one;
            }
            finally
            {
                _neighbors.ExitWriteLock();
            }
        }
    }

    public IEnumerable<int> All()
    {
        int[] copy;
        _routes.EnterWriteLock();
        try
        {
            copy = [.. _hops];
        }
        finally
        {
            _routes.ExitWriteLock();
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
