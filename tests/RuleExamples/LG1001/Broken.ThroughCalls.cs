using LockGraph;

[assembly: LockOrder("Bank._accounts", "Journal._entries")]

public sealed class Bank(Journal journal)
{
    private readonly Lock _accounts = new();
    private decimal _total;

    public void Refresh()
    {
        lock (_accounts)
        {
            _total = 0;
        }
    }

    public void Audit() => journal.Close(this);
}

public sealed class Journal
{
    private readonly Lock _entries = new();

    public void Close(Bank bank)
    {
        lock (_entries)
        {
            bank.Refresh(); // LG1001
        }
    }
}
