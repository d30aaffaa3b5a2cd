// A new object needs no lock until others may see it.
public sealed class Account
{
    public readonly object Gate = new();

    [GuardedBy("Gate")]
    public int Balance;
}

public sealed class Bank
{
    private readonly List<Account> _accounts = [];

    public void Open(int first)
    {
        var account = new Account();
        account.Balance = first;
        lock (_accounts)
        {
            _accounts.Add(account);
        }

        account.Balance++; // expect: LG2001
    }
}

public sealed class Meter
{
    private readonly object _gate = new();

    [GuardedBy(nameof(_gate))]
    private int _count;

    public Meter()
    {
        _count = 1;
        Task.Run(Count);
        _count = 2; // expect: LG2001
    }

    private void Count()
    {
        lock (_gate)
        {
            _count++;
        }
    }
}
