public sealed class Account
{
    private readonly object _gate = new();
    private decimal _balance;

    public void Deposit(decimal amount)
    {
        lock (_gate)
        {
            _balance += amount;
        }
    }

    public void Send(Account to, decimal amount)
    {
        lock (_gate)
        {
            _balance -= amount;
        }

        to.Deposit(amount);
    }
}
