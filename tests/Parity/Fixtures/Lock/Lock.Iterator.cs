// The iterator takes _entries when it is first moved, which Recompute does under _totals.
using LockGraph;

namespace Parity.LockIterator;

public sealed class Ledger
{
    private readonly TrackedLock _entries = new();
    private readonly TrackedLock _totals = new();
    private readonly List<int> _amount = [];
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
            _amount.Add(amount);
            using (_totals.EnterScope()) // expect-any: LG1002 Ledger._entries > Ledger._totals
            {
                _balance++;
            }
        }
    }

    public void Recompute()
    {
        using (_totals.EnterScope())
        {
            foreach (int one in All()) // expect-any: LG1002 Ledger._entries > Ledger._totals
            {
                _balance += one;
            }
        }
    }

    public IEnumerable<int> All()
    {
        int[] copy;
        using (_entries.EnterScope()) // expect-any: LG1002 Ledger._entries > Ledger._totals
        {
            copy = [.. _amount];
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
