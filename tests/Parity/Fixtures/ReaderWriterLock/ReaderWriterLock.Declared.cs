// _products is declared to come before _prices; the code does it the other way round, once.
using LockGraph;

namespace Parity.ReaderWriterLockDeclared;

public sealed class Catalog
{
    [AcquiredBefore("_prices")]
    private readonly TrackedReaderWriterLock _products = new();

    private readonly TrackedReaderWriterLock _prices = new();
    private int _listed;
    private int _priced;

    public static void Run()
    {
        var catalog = new Catalog();
        catalog.Reprice(5);
    }

    public void Reprice(int items)
    {
        _prices.EnterWriteLock();
        try
        {
            _products.EnterWriteLock(); // expect: LG1001 Catalog._prices > Catalog._products
            try
            {
                _listed += items;
                _priced++;
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
