// Reprice and Import take _products and _prices in opposite orders.
using LockGraph;

namespace Parity.ReaderWriterLockNested;

public sealed class Catalog
{
    private readonly TrackedReaderWriterLock _products = new();
    private readonly TrackedReaderWriterLock _prices = new();
    private int _listed;
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
            _prices.EnterWriteLock(); // expect-any: LG1002 Catalog._prices > Catalog._products
            try
            {
                _listed += items;
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
            _products.EnterWriteLock(); // expect-any: LG1002 Catalog._prices > Catalog._products
            try
            {
                _priced = _listed;
            }
            finally
            {
                _products.ExitWriteLock();
            }
        }
        finally
        {
            _prices.ExitWriteLock();
        }
    }
}
