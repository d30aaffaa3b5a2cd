// The end of the await using takes a lock while the racks are held.
using LockGraph;

namespace Parity.AsyncLockDisposeAsync;

public sealed class Cellar : IAsyncDisposable
{
    private readonly TrackedAsyncLock _bottles = new();
    private readonly TrackedAsyncLock _racks = new();
    private int _stored;

    public static async Task RunAsync()
    {
        var cellar = new Cellar();
        await cellar.StoreAsync(6);
        await cellar.VisitAsync();
    }

    public async Task StoreAsync(int bottles)
    {
        using (await _bottles.LockAsync())
        {
            using (await _racks.LockAsync()) // expect-any: LG1002 Cellar._bottles > Cellar._racks
            {
                _stored += bottles;
            }
        }
    }

    public async Task VisitAsync()
    {
        using (await _racks.LockAsync())
        {
            await using (this) // expect-any: LG1002 Cellar._bottles > Cellar._racks
            {
                _stored--;
            } // expect-any: LG1002 Cellar._bottles > Cellar._racks
        }
    }

    public async ValueTask DisposeAsync()
    {
        using (await _bottles.LockAsync()) // expect-any: LG1002 Cellar._bottles > Cellar._racks
        {
            _stored = 0;
        }
    }
}
