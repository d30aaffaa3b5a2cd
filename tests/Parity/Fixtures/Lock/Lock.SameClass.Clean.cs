// Two locks of one class, ranked, and taken by ascending rank.
using LockGraph;

namespace Parity.LockSameClassClean;

public sealed class Treasury
{
    [LockClass("treasury.vault")]
    [LockSubclass(0)]
    private readonly TrackedLock _vault = new();

    [LockClass("treasury.vault")]
    [LockSubclass(1)]
    private readonly TrackedLock _coupons = new();

    private int _stored;
    private int _owed;

    public static void Run()
    {
        var treasury = new Treasury();
        treasury.Deposit(5);
        treasury.Redeem();
    }

    public void Deposit(int units)
    {
        using (_vault.EnterScope())
        {
            using (_coupons.EnterScope())
            {
                _stored += units;
                _owed++;
            }
        }
    }

    public void Redeem()
    {
        using (_coupons.EnterScope())
        {
            _owed = 0;
        }
    }
}
