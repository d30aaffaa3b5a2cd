// Two accounts, always locked by ascending number, as the key declares.
using LockGraph;

namespace Parity.LockSameClassOrderKeyClean;

public sealed class Account
{
    [OrderedBy(nameof(Number))]
    private readonly TrackedLock _gate = new();
    private int _balance;

    public Account(int number)
    {
        Number = number;
        _gate.OrderKey = number;
    }

    public int Number { get; }

    public static void Run()
    {
        var mine = new Account(2);
        var yours = new Account(1);
        Transfer(mine, yours, 5);
        Transfer(yours, mine, 5);
    }

    public static void Transfer(Account from, Account to, int amount)
    {
        (Account first, Account second) = from.Number < to.Number ? (from, to) : (to, from);
        using (first._gate.EnterScope())
        {
            using (second._gate.EnterScope())
            {
                from._balance -= amount;
                to._balance += amount;
            }
        }
    }
}
