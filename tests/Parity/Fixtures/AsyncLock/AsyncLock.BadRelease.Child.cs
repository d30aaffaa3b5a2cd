// A child flow inherits what its parent holds, but it is not the child's to give back.
// runtime-only: which flow runs a body is settled by the scheduler, not by the source.
using LockGraph;

namespace Parity.AsyncLockBadReleaseChild;

public sealed class Laboratory
{
    private readonly TrackedAsyncLock _bench = new();
    private int _samples;

    public static async Task RunAsync()
    {
        var laboratory = new Laboratory();
        await laboratory.AnalyzeAsync(3);
    }

    public async Task AnalyzeAsync(int samples)
    {
        TrackedAsyncLock.Releaser bench = await _bench.LockAsync();
        _samples += samples;
        await Task.Run(() => bench.Dispose()); // expect: LG2005 Laboratory._bench
    }
}
