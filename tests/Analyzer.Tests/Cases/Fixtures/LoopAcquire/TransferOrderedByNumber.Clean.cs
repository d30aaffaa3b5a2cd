public sealed class Account(int number)
{
    private readonly object _gate = new();
    private decimal _balance;

    public int Number => number;

    public static void Transfer(Account from, Account to, decimal amount)
    {
        Account first = from.Number < to.Number ? from : to;
        Account second = from.Number < to.Number ? to : from;
        lock (first._gate)
        {
            lock (second._gate)
            {
                from._balance -= amount;
                to._balance += amount;
            }
        }
    }
}
