// Static locks of a static class; Recompute takes them one after the other.
using LockGraph;

namespace Parity.LockStaticClean;

public static class Ledger
{
    private static readonly TrackedLock _entries = new();
    private static readonly TrackedLock _totals = new();
    private static int _posted;
    private static int _balance;

    public static void Run()
    {
        Post(5);
        Recompute();
    }

    public static void Post(int amount)
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

    public static void Recompute()
    {
        using (_entries.EnterScope())
        {
            _posted++;
        }
        using (_totals.EnterScope())
        {
            _balance = 0;
        }
    }
}
