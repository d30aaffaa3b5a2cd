// Deposit calls itself under _vault, which lets it in; at the bottom it takes _coupons.
using LockGraph;

namespace Parity.LockRecursion;

public sealed class Treasury
{
    private readonly TrackedLock _vault = new();
    private readonly TrackedLock _coupons = new();
    private int _stored;
    private int _owed;

    public static void Run()
    {
        var treasury = new Treasury();
        treasury.Deposit(3);
        treasury.Redeem();
    }

    public void Deposit(int depth)
    {
        using (_vault.EnterScope())
        {
            _stored += depth;
            if (depth > 0)
            {
                Deposit(depth - 1); // expect-any: LG1002 Treasury._coupons > Treasury._vault
            }
            else
            {
                using (_coupons.EnterScope()) // expect-any: LG1002 Treasury._coupons > Treasury._vault
                {
                    _owed++;
                }
            }
        }
    }

    public void Redeem()
    {
        using (_coupons.EnterScope())
        {
            using (_vault.EnterScope()) // expect-any: LG1002 Treasury._coupons > Treasury._vault
            {
                _owed = _stored;
            }
        }
    }
}
