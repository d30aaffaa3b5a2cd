// _orders is declared to come before _positions, and does.
using LockGraph;

namespace Parity.LockDeclaredClean;

public sealed class Brokerage
{
    [AcquiredBefore("_positions")]
    private readonly TrackedLock _orders = new();

    private readonly TrackedLock _positions = new();
    private int _filled;
    private int _exposure;

    public static void Run()
    {
        var brokerage = new Brokerage();
        brokerage.Fill(5);
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
}
