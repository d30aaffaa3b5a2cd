public sealed class Prices
{
    private readonly ReaderWriterLockSlim _table = new();
    private readonly Dictionary<string, decimal> _prices = [];

    public void AddIfMissing(string article, decimal price)
    {
        _table.EnterUpgradeableReadLock();
        try
        {
            if (_prices.ContainsKey(article))
            {
                return;
            }

            _table.EnterWriteLock();
            try
            {
                _prices[article] = price;
            }
            finally
            {
                _table.ExitWriteLock();
            }
        }
        finally
        {
            _table.ExitUpgradeableReadLock();
        }
    }
}
