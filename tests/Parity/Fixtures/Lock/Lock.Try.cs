// Post only tries _entries, but what it got it holds while it waits for _totals.
using LockGraph;

namespace Parity.LockTry;

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
        if (_entries.TryEnter())
        {
            try
            {
                _posted += amount;
                using (_totals.EnterScope()) // expect-any: LG1002 Ledger._entries > Ledger._totals
                {
                    _balance++;
                }
            }
            finally
            {
                _entries.Exit();
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
