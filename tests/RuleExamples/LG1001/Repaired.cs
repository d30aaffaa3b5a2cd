using LockGraph;

[assembly: LockOrder("Bank._accounts", "Bank._journal")]

public sealed class Bank
{
    private readonly Lock _accounts = new();
    private readonly Lock _journal = new();
    private decimal _total;

    public void Audit()
    {
        lock (_accounts)
        {
            lock (_journal)
            {
                _total = 0;
            }
        }
    }
}
