// Locals and a parameter stand for the locks of the fields.
using LockGraph;

namespace Parity.LockAlias;

public sealed class Depot
{
    private readonly TrackedLock _stock = new();
    private readonly TrackedLock _orders = new();
    private int _moved;

    public static void Run()
    {
        var depot = new Depot();
        depot.Ship(2);
        depot.Restock(3);
    }

    public void Ship(int pieces)
    {
        TrackedLock stock = _stock;
        TrackedLock orders = _orders;
        using (stock.EnterScope())
        {
            using (orders.EnterScope()) // expect-any: LG1002 Depot._orders > Depot._stock
            {
                _moved += pieces;
            }
        }
    }

    public void Restock(int pieces)
    {
        using (_orders.EnterScope())
        {
            Move(_stock, -pieces); // expect-any: LG1002 Depot._orders > Depot._stock
        }
    }

    private void Move(TrackedLock gate, int pieces)
    {
        using (gate.EnterScope()) // expect-any: LG1002 Depot._orders > Depot._stock
        {
            _moved += pieces;
        }
    }
}
