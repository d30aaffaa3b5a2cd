// Fill and Reprice take _orders and _positions in one order.
using LockGraph;

namespace Parity.LockNestedClean;

public sealed class Brokerage
{
    private readonly TrackedLock _orders = new();
    private readonly TrackedLock _positions = new();
    private int _filled;
    private int _exposure;

    public static void Run()
    {
        var brokerage = new Brokerage();
        brokerage.Fill(5);
        brokerage.Reprice();
    }

    public void Fill(int shares)
    {
        using (_orders.EnterScope())
        {
            using (_positions.EnterScope())
            {
                _filled += shares;
                _exposure++;
            }
        }
    }

    public void Reprice()
    {
        using (_orders.EnterScope())
        {
            using (_positions.EnterScope())
            {
                _exposure = _filled;
            }
        }
    }
}
