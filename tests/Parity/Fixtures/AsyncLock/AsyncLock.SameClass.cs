// Write takes _articles of two Wiki objects; another caller may swap them.
using LockGraph;

namespace Parity.AsyncLockSameClass;

public sealed class Wiki
{
    private readonly TrackedAsyncLock _articles = new();
    private int _written;

    public static async Task RunAsync()
    {
        var first = new Wiki();
        var second = new Wiki();
        await first.WriteAsync(second, 5);
    }

    public async Task WriteAsync(Wiki other, int lines)
    {
        using (await _articles.LockAsync())
        {
            using (await other._articles.LockAsync()) // expect: LG1003 Wiki._articles
            {
                _written -= lines;
                other._written += lines;
            }
        }
    }
}
