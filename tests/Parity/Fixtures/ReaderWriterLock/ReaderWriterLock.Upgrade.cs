// A reader that asks for the writer's place waits for itself.
// throws: LockRecursionException
using LockGraph;

namespace Parity.ReaderWriterLockUpgrade;

public sealed class PriceList
{
    private readonly TrackedReaderWriterLock _prices = new();
    private readonly Dictionary<string, decimal> _byProduct = [];

    public static void Run()
    {
        var list = new PriceList();
        list.AddMissing("bolt", 0.25m);
    }

    public void AddMissing(string product, decimal price)
    {
        _prices.EnterReadLock();
        try
        {
            if (_byProduct.ContainsKey(product))
            {
                return;
            }

            _prices.EnterWriteLock(); // expect: LG1004 PriceList._prices
            try
            {
                _byProduct.Add(product, price);
            }
            finally
            {
                _prices.ExitWriteLock();
            }
        }
        finally
        {
            _prices.ExitReadLock();
        }
    }
}
