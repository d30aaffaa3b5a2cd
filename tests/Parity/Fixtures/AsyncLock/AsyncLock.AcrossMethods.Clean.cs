// Relink has given _articles back before it takes _links.
using LockGraph;

namespace Parity.AsyncLockAcrossMethodsClean;

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
        using (await _articles.LockAsync())
        {
            _written += lines;
            await PropagateAsync(lines);
        }
    }

    public async Task RelinkAsync()
    {
        int written = await CurrentAsync();
        using (await _links.LockAsync())
        {
            _linked = written;
        }
    }

    private async Task PropagateAsync(int lines)
    {
        await AdjustAsync(lines);
    }

    private async Task AdjustAsync(int lines)
    {
        using (await _links.LockAsync())
        {
            _linked += lines;
        }
    }

    private async Task<int> CurrentAsync()
    {
        using (await _articles.LockAsync())
        {
            return _written;
        }
    }
}
