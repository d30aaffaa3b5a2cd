// Each part of Warehouse is in order by itself.
using LockGraph;

namespace Parity.LockPartialClass;

public sealed partial class Warehouse
{
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
        using (_shelves.EnterScope())
        {
            _shipped += pieces;
            Update(); // expect-any: LG1002 Warehouse._dispatch > Warehouse._shelves
        }
    }

    private partial void Update();
}

public sealed partial class Warehouse
{
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

    private partial void Update()
    {
        using (_dispatch.EnterScope()) // expect-any: LG1002 Warehouse._dispatch > Warehouse._shelves
        {
            _stocked++;
        }
    }
}
