public sealed class Account
{
    private readonly object _gate = new();
    private decimal _balance;

    public static void Transfer(Account from, Account to, decimal amount)
    {
        lock (from._gate)
        {
            lock (to._gate) // expect: LG1003
            {
                from._balance -= amount;
                to._balance += amount;
            }
        }
    }
}
