using LockGraph;

[assembly: LockOrder("Bank._accounts", "Bank._journal")] // LG9001

public sealed class Bank
{
    private readonly Lock _accounts = new();
    private readonly Lock _entries = new();
    private decimal _total;

    public void Add(decimal amount)
    {
        lock (_accounts)
        {
            lock (_entries)
            {
                _total += amount;
            }
        }
    }
}
