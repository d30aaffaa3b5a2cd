// Three locks, one line from the outermost to the innermost.
using LockGraph;

namespace Parity.LockThreeLocksClean;

public sealed class Payroll
{
    private readonly TrackedLock _employees = new();
    private readonly TrackedLock _payments = new();
    private readonly TrackedLock _taxes = new();
    private int _paid;
    private int _budget;

    public static void Run()
    {
        var payroll = new Payroll();
        payroll.Pay(5);
        payroll.Revise();
        payroll.Close();
    }

    public void Pay(int cents)
    {
        using (_employees.EnterScope())
        {
            using (_payments.EnterScope())
            {
                _paid += cents;
            }
        }
    }

    public void Revise()
    {
        using (_payments.EnterScope())
        {
            using (_taxes.EnterScope())
            {
                _budget = _paid;
            }
        }
    }

    public void Close()
    {
        using (_employees.EnterScope())
        {
            using (_taxes.EnterScope())
            {
                _paid = 0;
            }
        }
    }
}
