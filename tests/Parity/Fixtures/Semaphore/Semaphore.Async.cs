// Both locks stay with the flow across the awaits; the orders differ.
using LockGraph;

namespace Parity.SemaphoreAsync;

public sealed class Crawler
{
    private readonly TrackedSemaphore _frontier = new(1, 1);
    private readonly TrackedSemaphore _visited = new(1, 1);
    private int _seen;
    private int _waiting;

    public static async Task RunAsync()
    {
        var crawler = new Crawler();
        await crawler.VisitAsync(5);
        await crawler.EnqueueAsync();
    }

    public async Task VisitAsync(int links)
    {
        await _frontier.WaitAsync();
        try
        {
            await Task.Yield();
            await _visited.WaitAsync(); // expect-any: LG1002 Crawler._frontier > Crawler._visited
            try
            {
                await Task.Yield();
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

    public async Task EnqueueAsync()
    {
        await _visited.WaitAsync();
        try
        {
            await Task.Yield();
            await _frontier.WaitAsync(); // expect-any: LG1002 Crawler._frontier > Crawler._visited
            try
            {
                await Task.Yield();
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
}
