// The monitor is said not to let its holder in again, and one method calls another under it.
using LockGraph;

namespace Parity.MonitorRecursionForbidden;

public sealed class Escrow
{
    private readonly TrackedMonitor _deposits = new(reentrant: false);
    private int _held;

    public static void Run()
    {
        var escrow = new Escrow();
        escrow.Deposit(5);
    }

    public void Deposit(int amount)
    {
        _deposits.Enter();
        try
        {
            _held += amount;
            Report(); // expect-any: LG1004 Escrow._deposits
        }
        finally
        {
            _deposits.Exit();
        }
    }

    private int Report()
    {
        _deposits.Enter(); // expect-any: LG1004 Escrow._deposits
        try
        {
            return _held;
        }
        finally
        {
            _deposits.Exit();
        }
    }
}
