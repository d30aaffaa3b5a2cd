using LockGraph;

[assembly: LockOrder("Bank._accounts", "Bank._journal")] // LG9002
[assembly: LockOrder("Bank._journal", "Bank._limits", "Bank._accounts")]

public sealed class Bank
{
    private readonly Lock _accounts = new();
    private readonly Lock _journal = new();
    private readonly Lock _limits = new();
    private decimal _total;

    public void Add(decimal amount)
    {
        lock (_accounts)
        {
            lock (_journal)
            {
                _total += amount;
            }
        }
    }

    public decimal Limit(decimal wanted)
    {
        lock (_limits)
        {
            return Math.Min(wanted, 1000);
        }
    }
}
