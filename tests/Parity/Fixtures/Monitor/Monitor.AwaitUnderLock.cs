// Wake comes back on another thread, which does not hold _ready.
// throws: SynchronizationLockException
using LockGraph;

namespace Parity.MonitorAwaitUnderLock;

public sealed class Scheduler
{
    private readonly TrackedMonitor _ready = new();
    private int _running;

    public static async Task RunAsync()
    {
        var scheduler = new Scheduler();
        await scheduler.WakeAsync(5);
    }

    public async Task WakeAsync(int jobs)
    {
        _ready.Enter(); // expect-any: LG3001 Scheduler._ready
        try
        {
            await Task.Yield(); // expect-any: LG3001 Scheduler._ready
            _running += jobs;
        }
        finally
        {
            _ready.Exit();
        }
    }
}
