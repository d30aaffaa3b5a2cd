// Whoever completes the source runs what waits for it, under whatever it holds.
using LockGraph;

namespace Parity.LockAsyncInlineContinuation;

public sealed class Harvester
{
    private readonly TrackedLock _fields = new();
    private readonly TrackedLock _barn = new();
    private readonly TaskCompletionSource<int> _ripe = new();
    private int _stored;

    public static async Task RunAsync()
    {
        var harvester = new Harvester();
        Task stored = harvester.StoreAsync();
        harvester.Ripen(3);
        await stored;
        harvester.Sow();
    }

    public async Task StoreAsync()
    {
        int bushels = await _ripe.Task;
        using (_barn.EnterScope()) // expect-any: LG1002 Harvester._barn > Harvester._fields
        {
            _stored += bushels;
        }
    }

    public void Ripen(int bushels)
    {
        using (_fields.EnterScope())
        {
            _ripe.SetResult(bushels); // expect-any: LG1002 Harvester._barn > Harvester._fields
        }
    }

    public void Sow()
    {
        using (_barn.EnterScope())
        {
            using (_fields.EnterScope()) // expect-any: LG1002 Harvester._barn > Harvester._fields
            {
                _stored--;
            }
        }
    }
}
