// The inner lock is taken and given back in each round, and both locks between the rounds.
using LockGraph;

namespace Parity.AsyncLockLoopClean;

public sealed class Wiki
{
    private readonly TrackedAsyncLock _articles = new();
    private readonly TrackedAsyncLock _links = new();
    private int _written;
    private int _linked;

    public static async Task RunAsync()
    {
        var wiki = new Wiki();
        await wiki.WriteAsync([1, 2, 3]);
        await wiki.RelinkAsync();
    }

    public async Task WriteAsync(int[] lines)
    {
        using (await _articles.LockAsync())
        {
            foreach (int one in lines)
            {
                using (await _links.LockAsync())
                {
                    _linked += one;
                }
            }
        }
    }

    public async Task RelinkAsync()
    {
        for (int round = 0; round < 2; round++)
        {
            using (await _articles.LockAsync())
            {
                using (await _links.LockAsync())
                {
                    _written += _linked;
                }
            }
        }
    }
}
