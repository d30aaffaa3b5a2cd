// All instantiations of a generic type share its lock classes; two of them disagree.
using LockGraph;

namespace Parity.ReaderWriterLockGeneric;

public static class RouteTableDemo
{
    public static void Run()
    {
        var named = new RouteTable<string>();
        var numbered = new RouteTable<int>();
        named.Learn("first", 5);
        numbered.Expire();
    }
}

public sealed class RouteTable<TKey>
    where TKey : notnull
{
    private readonly TrackedReaderWriterLock _routes = new();
    private readonly TrackedReaderWriterLock _neighbors = new();
    private readonly Dictionary<TKey, int> _byHops = [];
    private int _expired;

    public void Learn(TKey key, int hops)
    {
        _routes.EnterWriteLock();
        try
        {
            _byHops[key] = hops;
            _neighbors.EnterWriteLock(); // expect-any: LG1002 RouteTable<TKey>._neighbors > RouteTable<TKey>._routes
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
        _neighbors.EnterWriteLock();
        try
        {
            _routes.EnterWriteLock(); // expect-any: LG1002 RouteTable<TKey>._neighbors > RouteTable<TKey>._routes
            try
            {
                _expired = _byHops.Count;
            }
            finally
            {
                _routes.ExitWriteLock();
            }
        }
        finally
        {
            _neighbors.ExitWriteLock();
        }
    }
}
