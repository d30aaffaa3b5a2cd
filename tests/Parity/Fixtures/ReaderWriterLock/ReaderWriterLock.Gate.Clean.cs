// One order, under _stock.
using LockGraph;

namespace Parity.ReaderWriterLockGateClean;

public sealed class Catalog
{
    private readonly TrackedReaderWriterLock _stock = new();
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
        _stock.EnterWriteLock();
        try
        {
            _products.EnterWriteLock();
            try
            {
                _prices.EnterWriteLock();
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
        finally
        {
            _stock.ExitWriteLock();
        }
    }

    public void Import()
    {
        _stock.EnterWriteLock();
        try
        {
            _products.EnterWriteLock();
            try
            {
                _prices.EnterWriteLock();
                try
                {
                    _priced = _listed;
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
        finally
        {
            _stock.ExitWriteLock();
        }
    }
}
