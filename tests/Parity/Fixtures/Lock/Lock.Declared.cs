// _entries is declared to come before _totals; the code does it the other way round, once.
using LockGraph;

namespace Parity.LockDeclared;

public sealed class Ledger
{
    [AcquiredBefore("_totals")]
    private readonly TrackedLock _entries = new();

    private readonly TrackedLock _totals = new();
    private int _posted;
    private int _balance;

    public static void Run()
    {
        var ledger = new Ledger();
        ledger.Post(5);
    }

    public void Post(int amount)
    {
        using (_totals.EnterScope())
        {
            using (_entries.EnterScope()) // expect: LG1001 Ledger._totals > Ledger._entries
            {
                _posted += amount;
                _balance++;
            }
        }
    }
}
