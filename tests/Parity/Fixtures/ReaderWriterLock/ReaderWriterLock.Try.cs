// Reprice only tries _products, but what it got it holds while it waits for _prices.
using LockGraph;

namespace Parity.ReaderWriterLockTry;

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
        if (_products.TryEnterWriteLock(0))
        {
            try
            {
                _listed += items;
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
