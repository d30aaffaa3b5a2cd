// Asynchronous methods that hold their locks between two awaits only; the orders differ.
using LockGraph;

namespace Parity.LockAsync;

public sealed class Treasury
{
    private readonly TrackedLock _vault = new();
    private readonly TrackedLock _coupons = new();
    private int _stored;
    private int _owed;

    public static async Task RunAsync()
    {
        var treasury = new Treasury();
        await treasury.DepositAsync(5);
        await treasury.RedeemAsync();
    }

    public async Task DepositAsync(int units)
    {
        await Task.Yield();
        using (_vault.EnterScope())
        {
            using (_coupons.EnterScope()) // expect-any: LG1002 Treasury._coupons > Treasury._vault
            {
                _stored += units;
                _owed++;
            }
        }
        await Task.Yield();
    }

    public async Task RedeemAsync()
    {
        await Task.Yield();
        using (_coupons.EnterScope())
        {
            using (_vault.EnterScope()) // expect-any: LG1002 Treasury._coupons > Treasury._vault
            {
                _owed = _stored;
            }
        }
        await Task.Yield();
    }
}
