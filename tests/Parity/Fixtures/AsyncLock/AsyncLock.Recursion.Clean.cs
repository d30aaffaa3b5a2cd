// Put takes _lines once; the recursion is below it.
using LockGraph;

namespace Parity.AsyncLockRecursionClean;

public sealed class Basket
{
    private readonly TrackedAsyncLock _lines = new();
    private int _filled;

    public static async Task RunAsync()
    {
        var basket = new Basket();
        await basket.PutAsync(3);
    }

    public async Task PutAsync(int depth)
    {
        using (await _lines.LockAsync())
        {
            Descend(depth);
        }
    }

    private void Descend(int depth)
    {
        _filled += depth;
        if (depth > 0)
        {
            Descend(depth - 1);
        }
    }
}
