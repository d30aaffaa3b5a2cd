// Reading Total takes _coupons, and nobody sees it from the outside; Redeem holds one lock only.
using LockGraph;

namespace Parity.LockPropertyGetterClean;

public sealed class Treasury
{
    private readonly TrackedLock _vault = new();
    private readonly TrackedLock _coupons = new();
    private int _stored;
    private int _owed;

    public static void Run()
    {
        var treasury = new Treasury();
        treasury.Deposit(5);
        treasury.Redeem();
    }

    public int Total
    {
        get
        {
            using (_coupons.EnterScope())
            {
                return _owed;
            }
        }
    }

    public void Deposit(int units)
    {
        using (_vault.EnterScope())
        {
            _stored = Total + units;
        }
    }

    public void Redeem()
    {
        using (_coupons.EnterScope())
        {
            _owed++;
        }
    }
}
