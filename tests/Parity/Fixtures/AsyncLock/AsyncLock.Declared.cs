// _lines is declared to come before _coupons; the code does it the other way round, once.
using LockGraph;

namespace Parity.AsyncLockDeclared;

public sealed class Basket
{
    [AcquiredBefore("_coupons")]
    private readonly TrackedAsyncLock _lines = new();

    private readonly TrackedAsyncLock _coupons = new();
    private int _filled;
    private int _applied;

    public static async Task RunAsync()
    {
        var basket = new Basket();
        await basket.PutAsync(5);
    }

    public async Task PutAsync(int pieces)
    {
        using (await _coupons.LockAsync())
        {
            using (await _lines.LockAsync()) // expect: LG1001 Basket._coupons > Basket._lines
            {
                _filled += pieces;
                _applied++;
            }
        }
    }
}
