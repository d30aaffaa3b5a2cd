// No two methods disagree, but the three do.
using LockGraph;

namespace Parity.LockThreeLocks;

public sealed class Brokerage
{
    private readonly TrackedLock _orders = new();
    private readonly TrackedLock _positions = new();
    private readonly TrackedLock _fees = new();
    private int _filled;
    private int _exposure;

    public static void Run()
    {
        var brokerage = new Brokerage();
        brokerage.Fill(5);
        brokerage.Reprice();
        brokerage.Settle();
    }

    public void Fill(int shares)
    {
        using (_orders.EnterScope())
        {
            using (_positions.EnterScope()) // expect-any: LG1002 Brokerage._fees > Brokerage._orders > Brokerage._positions
            {
                _filled += shares;
            }
        }
    }

    public void Reprice()
    {
        using (_positions.EnterScope())
        {
            using (_fees.EnterScope()) // expect-any: LG1002 Brokerage._fees > Brokerage._orders > Brokerage._positions
            {
                _exposure = _filled;
            }
        }
    }

    public void Settle()
    {
        using (_fees.EnterScope())
        {
            using (_orders.EnterScope()) // expect-any: LG1002 Brokerage._fees > Brokerage._orders > Brokerage._positions
            {
                _filled = 0;
            }
        }
    }
}
