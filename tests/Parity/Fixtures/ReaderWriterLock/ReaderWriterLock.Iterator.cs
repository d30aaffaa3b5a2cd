// The iterator takes _products when it is first moved, which Import does under _prices.
using LockGraph;

namespace Parity.ReaderWriterLockIterator;

public sealed class Catalog
{
    private readonly TrackedReaderWriterLock _products = new();
    private readonly TrackedReaderWriterLock _prices = new();
    private readonly List<int> _items = [];
    private int _priced;

    public static void Run()
    {
        var catalog = new Catalog();
        catalog.Reprice(5);
        catalog.Import();
    }

    public void Reprice(int items)
    {
        _products.EnterWriteLock();
        try
        {
            _items.Add(items);
            _prices.EnterWriteLock(); // expect-any: LG1002 Catalog._prices > Catalog._products
            try
            {
                _priced++;
            }
            finally
            {
                _prices.ExitWriteLock();
            }
        }
        finally
        {
            _products.ExitWriteLock();
        }
    }

    public void Import()
    {
        _prices.EnterWriteLock();
        try
        {
            foreach (int one in All()) // expect-any: LG1002 Catalog._prices > Catalog._products
            {
                _priced += one;
            }
        }
        finally
        {
            _prices.ExitWriteLock();
        }
    }

    public IEnumerable<int> All()
    {
        int[] copy;
        _products.EnterWriteLock(); // expect-any: LG1002 Catalog._prices > Catalog._products
        try
        {
            copy = [.. _items];
        }
        finally
        {
            _products.ExitWriteLock();
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
