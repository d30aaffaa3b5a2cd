// The early return keeps _vault.
using LockGraph;

namespace Parity.LockLeak;

public sealed class Treasury
{
    private readonly TrackedLock _vault = new();
    private int _stored;

    public static void Run()
    {
        var treasury = new Treasury();
        treasury.Deposit(5);
    }

    public void Deposit(int units)
    {
        _vault.Enter(); // expect: LG2004 Treasury._vault
        _stored += units;
        if (_stored > 3)
        {
            return;
        }

        _vault.Exit();
    }
}
