// Reading Total takes _visited, and nobody sees it from the outside; Enqueue holds one lock only.
using LockGraph;

namespace Parity.SemaphorePropertyGetterClean;

public sealed class Crawler
{
    private readonly TrackedSemaphore _frontier = new(1, 1);
    private readonly TrackedSemaphore _visited = new(1, 1);
    private int _seen;
    private int _waiting;

    public static void Run()
    {
        var crawler = new Crawler();
        crawler.Visit(5);
        crawler.Enqueue();
    }

    public int Total
    {
        get
        {
            _visited.Wait();
            try
            {
                return _waiting;
            }
            finally
            {
                _visited.Release();
            }
        }
    }

    public void Visit(int links)
    {
        _frontier.Wait();
        try
        {
            _seen = Total + links;
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
            _waiting++;
        }
        finally
        {
            _visited.Release();
        }
    }
}
