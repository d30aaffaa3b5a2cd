public sealed class Bank
{
    private readonly Lock _accounts = new();
    private readonly Lock _journal = new();
    private decimal _total;

    public void Transfer(decimal amount)
    {
        lock (_accounts)
        {
            lock (_journal)
            {
                _total += amount;
            }
        }
    }

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
