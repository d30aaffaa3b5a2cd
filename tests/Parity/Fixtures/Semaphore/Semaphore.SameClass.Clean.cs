// Two locks of one class, ranked, and taken by ascending rank.
using LockGraph;

namespace Parity.SemaphoreSameClassClean;

public sealed class Crawler
{
    [LockClass("crawler.frontier")]
    [LockSubclass(0)]
    private readonly TrackedSemaphore _frontier = new(1, 1);

    [LockClass("crawler.frontier")]
    [LockSubclass(1)]
    private readonly TrackedSemaphore _visited = new(1, 1);

    private int _seen;
    private int _waiting;

    public static void Run()
    {
        var crawler = new Crawler();
        crawler.Visit(5);
        crawler.Enqueue();
    }

    public void Visit(int links)
    {
        _frontier.Wait();
        try
        {
            _visited.Wait();
            try
            {
                _seen += links;
                _waiting++;
            }
            finally
            {
                _visited.Release();
            }
        }
        finally
        {
            _frontier.Release();
        }
    }

    public void Enqueue()
    {
        _visited.Wait();
        try
        {
            _waiting = 0;
        }
        finally
        {
            _visited.Release();
        }
    }
}
