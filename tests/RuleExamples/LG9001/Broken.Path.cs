using LockGraph;

public sealed class Account
{
    private readonly Lock _gate = new();

    [GuardedBy("_lock")] // LG9001
    private decimal _balance;

    public void Deposit(decimal amount)
    {
        lock (_gate)
        {
            _balance += amount;
        }
    }
}
