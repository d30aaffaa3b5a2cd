// Static locks of a static class, in both orders.
using LockGraph;

namespace Parity.LockStatic;

public static class Warehouse
{
    private static readonly TrackedLock _shelves = new();
    private static readonly TrackedLock _dispatch = new();
    private static int _shipped;
    private static int _stocked;

    public static void Run()
    {
        Ship(5);
        Restock();
    }

    public static void Ship(int pieces)
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

    public static void Restock()
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
