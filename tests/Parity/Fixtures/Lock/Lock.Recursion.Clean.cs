// Ship comes back to _shelves while it holds _shelves and _dispatch: a re-entry, no order.
using LockGraph;

namespace Parity.LockRecursionClean;

public sealed class Warehouse
{
    private readonly TrackedLock _shelves = new();
    private readonly TrackedLock _dispatch = new();
    private int _shipped;
    private int _stocked;

    public static void Run()
    {
        var warehouse = new Warehouse();
        warehouse.Ship(3);
    }

    public void Ship(int depth)
    {
        using (_shelves.EnterScope())
        {
            _shipped += depth;
            using (_dispatch.EnterScope())
            {
                _stocked++;
                if (depth > 0)
                {
                    Ship(depth - 1);
                }
            }
        }
    }
}
