// Static locks of a static class, in both orders.
using LockGraph;

namespace Parity.AsyncLockStatic;

public static class Basket
{
    private static readonly TrackedAsyncLock _lines = new();
    private static readonly TrackedAsyncLock _coupons = new();
    private static int _filled;
    private static int _applied;

    public static async Task RunAsync()
    {
        await PutAsync(5);
        await ApplyAsync();
    }

    public static async Task PutAsync(int pieces)
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

    public static async Task ApplyAsync()
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
