public sealed class Account(int number)
{
    private readonly object _gate = new();
    private decimal _balance;

    public int Number => number;

    public void Send(Account to, decimal amount)
    {
        if (Number < to.Number)
        {
            lock (_gate)
            {
                lock (to._gate) Move(to, amount);
            }
        }
        else
        {
            lock (to._gate)
            {
                lock (_gate) Move(to, amount);
            }
        }
    }

    private void Move(Account to, decimal amount)
    {
        _balance -= amount;
        to._balance += amount;
    }
}
