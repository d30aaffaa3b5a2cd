// Learned is raised after the lock of its source was given back.
using LockGraph;

namespace Parity.ReaderWriterLockEventClean;

public sealed class RouteTable
{
    private readonly TrackedReaderWriterLock _routes = new();
    private int _learned;

    public event EventHandler<int>? Learned;

    public static void Run()
    {
        var routeTable = new RouteTable();
        var searchIndex = new SearchIndex(routeTable);
        routeTable.Learn(5);
        searchIndex.Rebuild();
    }

    public void Learn(int hops)
    {
        _routes.EnterWriteLock();
        try
        {
            _learned += hops;
        }
        finally
        {
            _routes.ExitWriteLock();
        }
        Learned?.Invoke(this, hops);
    }

    public int Current()
    {
        _routes.EnterWriteLock();
        try
        {
            return _learned;
        }
        finally
        {
            _routes.ExitWriteLock();
        }
    }
}

public sealed class SearchIndex
{
    private readonly RouteTable _source;
    private readonly TrackedReaderWriterLock _postings = new();
    private int _last;

    public SearchIndex(RouteTable source)
    {
        _source = source;
        _source.Learned += OnLearned;
    }

    public void Rebuild()
    {
        _postings.EnterWriteLock();
        try
        {
            _last = _source.Current();
        }
        finally
        {
            _postings.ExitWriteLock();
        }
    }

    private void OnLearned(object? sender, int hops)
    {
        _postings.EnterWriteLock();
        try
        {
            _last = hops;
        }
        finally
        {
            _postings.ExitWriteLock();
        }
    }
}
