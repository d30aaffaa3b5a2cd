// The early return gives _articles back.
using LockGraph;

namespace Parity.AsyncLockLeakClean;

public sealed class Wiki
{
    private readonly TrackedAsyncLock _articles = new();
    private int _written;

    public static void Run()
    {
        var wiki = new Wiki();
        wiki.Write(5);
    }

    public void Write(int lines)
    {
        TrackedAsyncLock.Releaser articles = _articles.Lock();
        try
        {
            _written += lines;
            if (_written > 3)
            {
                return;
            }

            _written--;
        }
        finally
        {
            articles.Dispose();
        }
    }
}
