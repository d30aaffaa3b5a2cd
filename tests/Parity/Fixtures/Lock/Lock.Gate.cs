// Both orders occur, but always under _forecast.
using LockGraph;

namespace Parity.LockGate;

public sealed class Treasury
{
    private readonly TrackedLock _forecast = new();
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

    public void Deposit(int units)
    {
        using (_forecast.EnterScope())
        {
            using (_vault.EnterScope())
            {
                using (_coupons.EnterScope()) // expect-any: LG1006 Treasury._coupons > Treasury._vault
                {
                    _stored += units;
                    _owed++;
                }
            }
        }
    }

    public void Redeem()
    {
        using (_forecast.EnterScope())
        {
            using (_coupons.EnterScope())
            {
                using (_vault.EnterScope()) // expect-any: LG1006 Treasury._coupons > Treasury._vault
                {
                    _owed = _stored;
                }
            }
        }
    }
}
