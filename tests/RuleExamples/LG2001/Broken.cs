using LockGraph;

public sealed class Account
{
    private readonly Lock _gate = new();

    [GuardedBy("_gate")]
    private decimal _balance;

    public void Deposit(decimal amount)
    {
        lock (_gate)
        {
            _balance += amount;
        }
    }

    public decimal Balance => _balance; // LG2001
}
