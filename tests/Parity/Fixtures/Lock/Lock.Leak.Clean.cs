// The early return gives _shelves back.
using LockGraph;

namespace Parity.LockLeakClean;

public sealed class Warehouse
{
    private readonly TrackedLock _shelves = new();
    private int _shipped;

    public static void Run()
    {
        var warehouse = new Warehouse();
        warehouse.Ship(5);
    }

    public void Ship(int pieces)
    {
        _shelves.Enter();
        try
        {
            _shipped += pieces;
            if (_shipped > 3)
            {
                return;
            }

            _shipped--;
        }
        finally
        {
            _shelves.Exit();
        }
    }
}
