// Listed is raised under the lock of its source; the subscriber has a lock of its own.
using LockGraph;

namespace Parity.ReaderWriterLockEvent;

public sealed class Catalog
{
    private readonly TrackedReaderWriterLock _products = new();
    private int _listed;

    public event EventHandler<int>? Listed;

    public static void Run()
    {
        var catalog = new Catalog();
        var searchIndex = new SearchIndex(catalog);
        catalog.Reprice(5);
        searchIndex.Rebuild();
    }

    public void Reprice(int items)
    {
        _products.EnterWriteLock();
        try
        {
            _listed += items;
            Listed?.Invoke(this, items); // expect-any: LG1002 Catalog._products > SearchIndex._postings
        }
        finally
        {
            _products.ExitWriteLock();
        }
    }

    public int Current()
    {
        _products.EnterWriteLock(); // expect-any: LG1002 Catalog._products > SearchIndex._postings
        try
        {
            return _listed;
        }
        finally
        {
            _products.ExitWriteLock();
        }
    }
}

public sealed class SearchIndex
{
    private readonly Catalog _source;
    private readonly TrackedReaderWriterLock _postings = new();
    private int _last;

    public SearchIndex(Catalog source)
    {
        _source = source;
        _source.Listed += OnListed;
    }

    public void Rebuild()
    {
        _postings.EnterWriteLock();
        try
        {
            _last = _source.Current(); // expect-any: LG1002 Catalog._products > SearchIndex._postings
        }
        finally
        {
            _postings.ExitWriteLock();
        }
    }

    private void OnListed(object? sender, int items)
    {
        _postings.EnterWriteLock(); // expect-any: LG1002 Catalog._products > SearchIndex._postings
        try
        {
            _last = items;
        }
        finally
        {
            _postings.ExitWriteLock();
        }
    }
}
