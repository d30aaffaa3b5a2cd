// Static locks of a static class; Import takes them one after the other.
using LockGraph;

namespace Parity.ReaderWriterLockStaticClean;

public static class Catalog
{
    private static readonly TrackedReaderWriterLock _products = new();
    private static readonly TrackedReaderWriterLock _prices = new();
    private static int _listed;
    private static int _priced;

    public static void Run()
    {
        Reprice(5);
        Import();
    }

    public static void Reprice(int items)
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

    public static void Import()
    {
        _products.EnterWriteLock();
        try
        {
            _listed++;
        }
        finally
        {
            _products.ExitWriteLock();
        }
        _prices.EnterWriteLock();
        try
        {
            _priced = 0;
        }
        finally
        {
            _prices.ExitWriteLock();
        }
    }
}
