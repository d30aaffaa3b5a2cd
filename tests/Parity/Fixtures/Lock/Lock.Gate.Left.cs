// One of the two orders occurs without _returns, which excuses nothing then.
using LockGraph;

namespace Parity.LockGateLeft;

public sealed class Warehouse
{
    private readonly TrackedLock _returns = new();
    private readonly TrackedLock _shelves = new();
    private readonly TrackedLock _dispatch = new();
    private int _shipped;
    private int _stocked;

    public static void Run()
    {
        var warehouse = new Warehouse();
        warehouse.Ship(5);
        warehouse.Restock();
    }

    public void Ship(int pieces)
    {
        using (_returns.EnterScope())
        {
            using (_shelves.EnterScope())
            {
                using (_dispatch.EnterScope()) // expect-any: LG1002 Warehouse._dispatch > Warehouse._shelves
                {
                    _shipped += pieces;
                    _stocked++;
                }
            }
        }
    }

    public void Restock()
    {
        using (_dispatch.EnterScope())
        {
            using (_shelves.EnterScope()) // expect-any: LG1002 Warehouse._dispatch > Warehouse._shelves
            {
                _stocked = _shipped;
            }
        }
    }
}
