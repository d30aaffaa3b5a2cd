// The delegate is stored once and called under a lock.
using LockGraph;

namespace Parity.AsyncLockCallback;

public sealed class Wiki
{
    private readonly TrackedAsyncLock _articles = new();
    private readonly TrackedAsyncLock _links = new();
    private readonly Action<int> _told;
    private int _written;
    private int _linked;

    public static void Run()
    {
        var wiki = new Wiki();
        wiki.Write(5);
        wiki.Relink();
    }

    public Wiki()
    {
        _told = Keep;
    }

    public void Write(int lines)
    {
        using (_articles.Lock())
        {
            _written += lines;
            _told(_written); // expect-any: LG1002 Wiki._articles > Wiki._links
        }
    }

    public void Relink()
    {
        using (_links.Lock())
        {
            using (_articles.Lock()) // expect-any: LG1002 Wiki._articles > Wiki._links
            {
                _linked = _written;
            }
        }
    }

    private void Keep(int value)
    {
        using (_links.Lock()) // expect-any: LG1002 Wiki._articles > Wiki._links
        {
            _linked = value;
        }
    }
}
