// Apply says that its caller holds the lock, and checks it; the caller does not.
using LockGraph;

namespace Parity.LockRequires;

public sealed class Payslip
{
    private readonly TrackedLock _lines = new();
    private int _sum;

    public static void Run()
    {
        var payslip = new Payslip();
        payslip.Correct(5);
    }

    public void Correct(int cents)
    {
        Apply(cents); // expect-any: LG2002 Payslip._lines
    }

    [RequiresLock("_lines")]
    private void Apply(int cents)
    {
        _lines.AssertHeld(); // expect-any: LG2002 Payslip._lines
        _sum += cents;
    }
}
