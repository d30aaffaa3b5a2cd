// Filled first, handed on then: nobody else sees it before it is as it should be.
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
        var account = new Account { Balance = first };
        account.Balance++;
        var box = new List<Account> { account };
        account.Balance++;
        lock (_accounts)
        {
            _accounts.AddRange(box);
        }

        lock (account.Gate)
        {
            account.Balance++;
        }
    }
}
