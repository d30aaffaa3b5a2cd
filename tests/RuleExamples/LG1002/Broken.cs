public sealed class Bank
{
    private readonly Lock _accounts = new();
    private readonly Lock _journal = new();
    private decimal _total;

    public void Transfer(decimal amount)
    {
        lock (_accounts)
        {
            lock (_journal) // LG1002
            {
                _total += amount;
            }
        }
    }

    public void Audit()
    {
        lock (_journal)
        {
            lock (_accounts) // LG1002
            {
                _total = 0;
            }
        }
    }
}
