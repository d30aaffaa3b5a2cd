// Post and Recompute take _entries and _totals in opposite orders.
using LockGraph;

namespace Parity.LockNested;

public sealed class Ledger
{
    private readonly TrackedLock _entries = new();
    private readonly TrackedLock _totals = new();
    private int _posted;
    private int _balance;

    public static void Run()
    {
        var ledger = new Ledger();
        ledger.Post(5);
        ledger.Recompute();
    }

    public void Post(int amount)
    {
        using (_entries.EnterScope())
        {
            using (_totals.EnterScope()) // expect-any: LG1002 Ledger._entries > Ledger._totals
            {
                _posted += amount;
                _balance++;
            }
        }
    }

    public void Recompute()
    {
        using (_totals.EnterScope())
        {
            using (_entries.EnterScope()) // expect-any: LG1002 Ledger._entries > Ledger._totals
            {
                _balance = _posted;
            }
        }
    }
}
