// _articles is given back first; the order of taking is the same everywhere.
using LockGraph;

namespace Parity.AsyncLockOutOfOrderReleaseClean;

public sealed class Wiki
{
    private readonly TrackedAsyncLock _articles = new();
    private readonly TrackedAsyncLock _links = new();
    private int _written;
    private int _linked;

    public static async Task RunAsync()
    {
        var wiki = new Wiki();
        await wiki.WriteAsync(5);
        await wiki.RelinkAsync();
    }

    public async Task WriteAsync(int lines)
    {
        TrackedAsyncLock.Releaser links;
        TrackedAsyncLock.Releaser articles = await _articles.LockAsync();
        try
        {
            _written += lines;
            links = await _links.LockAsync();
        }
        finally
        {
            articles.Dispose();
        }

        try
        {
            _linked++;
        }
        finally
        {
            links.Dispose();
        }
    }

    public async Task RelinkAsync()
    {
        using (await _articles.LockAsync())
        {
            using (await _links.LockAsync())
            {
                _linked = _written;
            }
        }
    }
}
