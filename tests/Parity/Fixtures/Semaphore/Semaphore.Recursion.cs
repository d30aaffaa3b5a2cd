// Visit calls itself under _frontier, which does not let its holder in again.
// throws: LockOrderViolationException
using LockGraph;

namespace Parity.SemaphoreRecursion;

public sealed class Crawler
{
    private readonly TrackedSemaphore _frontier = new(1, 1);
    private int _seen;

    public static void Run()
    {
        var crawler = new Crawler();
        crawler.Visit(1);
    }

    public void Visit(int depth)
    {
        _frontier.Wait(); // expect-any: LG1004 Crawler._frontier
        try
        {
            _seen += depth;
            if (depth > 0)
            {
                Visit(depth - 1); // expect-any: LG1004 Crawler._frontier
            }
        }
        finally
        {
            _frontier.Release();
        }
    }
}
