// Asynchronous methods that hold their locks between two awaits only, in one order.
using LockGraph;

namespace Parity.LockAsyncClean;

public sealed class Warehouse
{
    private readonly TrackedLock _shelves = new();
    private readonly TrackedLock _dispatch = new();
    private int _shipped;
    private int _stocked;

    public static async Task RunAsync()
    {
        var warehouse = new Warehouse();
        await warehouse.ShipAsync(5);
        await warehouse.RestockAsync();
    }

    public async Task ShipAsync(int pieces)
    {
        await Task.Yield();
        using (_shelves.EnterScope())
        {
            using (_dispatch.EnterScope())
            {
                _shipped += pieces;
                _stocked++;
            }
        }
        await Task.Yield();
    }

    public async Task RestockAsync()
    {
        await Task.Yield();
        using (_shelves.EnterScope())
        {
            using (_dispatch.EnterScope())
            {
                _stocked = _shipped;
            }
        }
        await Task.Yield();
    }
}
