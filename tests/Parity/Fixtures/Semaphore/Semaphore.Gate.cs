// Both orders occur, but always under _robots.
using LockGraph;

namespace Parity.SemaphoreGate;

public sealed class Crawler
{
    private readonly TrackedSemaphore _robots = new(1, 1);
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

    public void Visit(int links)
    {
        _robots.Wait();
        try
        {
            _frontier.Wait();
            try
            {
                _visited.Wait(); // expect-any: LG1006 Crawler._frontier > Crawler._visited
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
        finally
        {
            _robots.Release();
        }
    }

    public void Enqueue()
    {
        _robots.Wait();
        try
        {
            _visited.Wait();
            try
            {
                _frontier.Wait(); // expect-any: LG1006 Crawler._frontier > Crawler._visited
                try
                {
                    _waiting = _seen;
                }
                finally
                {
                    _frontier.Release();
                }
            }
            finally
            {
                _visited.Release();
            }
        }
        finally
        {
            _robots.Release();
        }
    }
}
