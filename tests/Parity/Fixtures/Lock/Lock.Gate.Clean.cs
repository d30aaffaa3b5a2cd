// One order, under _audit.
using LockGraph;

namespace Parity.LockGateClean;

public sealed class Ledger
{
    private readonly TrackedLock _audit = new();
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
        using (_audit.EnterScope())
        {
            using (_entries.EnterScope())
            {
                using (_totals.EnterScope())
                {
                    _posted += amount;
                    _balance++;
                }
            }
        }
    }

    public void Recompute()
    {
        using (_audit.EnterScope())
        {
            using (_entries.EnterScope())
            {
                using (_totals.EnterScope())
                {
                    _balance = _posted;
                }
            }
        }
    }
}
