// Apply says that its caller holds the lock, and checks it; the caller does.
using LockGraph;

namespace Parity.LockRequiresClean;

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
            Apply(cents);
        }
    }

    [RequiresLock("_lines")]
    private void Apply(int cents)
    {
        _lines.AssertHeld();
        _sum += cents;
    }
}
