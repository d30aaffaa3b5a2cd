// Both locks stay with the flow across the awaits, in one order.
using LockGraph;

namespace Parity.AsyncLockAsyncClean;

public sealed class Basket
{
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
        using (await _lines.LockAsync())
        {
            await Task.Yield();
            using (await _coupons.LockAsync())
            {
                await Task.Yield();
                _filled += pieces;
                _applied++;
            }
        }
    }

    public async Task ApplyAsync()
    {
        using (await _lines.LockAsync())
        {
            await Task.Yield();
            using (await _coupons.LockAsync())
            {
                await Task.Yield();
                _applied = _filled;
            }
        }
    }
}
