// One of the two orders occurs without _stock, which excuses nothing then.
using LockGraph;

namespace Parity.AsyncLockGateLeft;

public sealed class Basket
{
    private readonly TrackedAsyncLock _stock = new();
    private readonly TrackedAsyncLock _lines = new();
    private readonly TrackedAsyncLock _coupons = new();
    private int _filled;
    private int _applied;

    public static async Task RunAsync()
    {
        var basket = new Basket();
        await basket.PutAsync(5);
        await basket.ApplyAsync();
    }

    public async Task PutAsync(int pieces)
    {
        using (await _stock.LockAsync())
        {
            using (await _lines.LockAsync())
            {
                using (await _coupons.LockAsync()) // expect-any: LG1002 Basket._coupons > Basket._lines
                {
                    _filled += pieces;
                    _applied++;
                }
            }
        }
    }

    public async Task ApplyAsync()
    {
        using (await _coupons.LockAsync())
        {
            using (await _lines.LockAsync()) // expect-any: LG1002 Basket._coupons > Basket._lines
            {
                _applied = _filled;
            }
        }
    }
}
