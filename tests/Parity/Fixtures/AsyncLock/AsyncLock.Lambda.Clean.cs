// Guarded runs what it is given under _articles, and is never called under another lock.
using LockGraph;

namespace Parity.AsyncLockLambdaClean;

public sealed class Wiki
{
    private readonly TrackedAsyncLock _articles = new();
    private readonly TrackedAsyncLock _links = new();
    private int _written;
    private int _linked;

    public static void Run()
    {
        var wiki = new Wiki();
        wiki.Write(5);
        wiki.Relink();
    }

    public void Write(int lines)
    {
        Guarded(() =>
        {
            _written += lines;
            using (_links.Lock())
            {
                _linked++;
            }
        });
    }

    public void Relink()
    {
        Guarded(() => _written = 0);
        using (_links.Lock())
        {
            _linked = 0;
        }
    }

    private void Guarded(Action body)
    {
        using (_articles.Lock())
        {
            body();
        }
    }
}
