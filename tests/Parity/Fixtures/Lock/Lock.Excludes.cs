// Apply says that its caller does not hold the lock, and checks it; the caller does.
using LockGraph;

namespace Parity.LockExcludes;

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
        using (_lines.EnterScope())
        {
            Apply(cents); // expect-any: LG2003 Payslip._lines
        }
    }

    [ExcludesLock("_lines")]
    private void Apply(int cents)
    {
        _lines.AssertNotHeld(); // expect-any: LG2003 Payslip._lines
        _sum += cents;
    }
}
