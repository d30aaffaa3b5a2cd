// The upgradeable reader is the one reader that may become a writer; it may also read again.
using LockGraph;

namespace Parity.ReaderWriterLockUpgradeClean;

public sealed class PriceList
{
    private readonly TrackedReaderWriterLock _prices = new();
    private readonly Dictionary<string, decimal> _byProduct = [];

    public static void Run()
    {
        var list = new PriceList();
        list.AddMissing("bolt", 0.25m);
        list.AddMissing("bolt", 0.30m);
    }

    public void AddMissing(string product, decimal price)
    {
        _prices.EnterUpgradeableReadLock();
        try
        {
            if (Contains(product))
            {
                return;
            }

            _prices.EnterWriteLock();
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
            _prices.ExitUpgradeableReadLock();
        }
    }

    private bool Contains(string product)
    {
        _prices.EnterReadLock();
        try
        {
            return _byProduct.ContainsKey(product);
        }
        finally
        {
            _prices.ExitReadLock();
        }
    }
}
