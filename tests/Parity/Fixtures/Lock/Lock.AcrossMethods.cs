// The second lock is taken two calls further down.
using LockGraph;

namespace Parity.LockAcrossMethods;

public sealed class Payroll
{
    private readonly TrackedLock _employees = new();
    private readonly TrackedLock _payments = new();
    private int _paid;
    private int _budget;

    public static void Run()
    {
        var payroll = new Payroll();
        payroll.Pay(5);
        payroll.Revise();
    }

    public void Pay(int cents)
    {
        using (_employees.EnterScope())
        {
            _paid += cents;
            Propagate(cents); // expect-any: LG1002 Payroll._employees > Payroll._payments
        }
    }

    public void Revise()
    {
        using (_payments.EnterScope())
        {
            _budget = Current(); // expect-any: LG1002 Payroll._employees > Payroll._payments
        }
    }

    private void Propagate(int cents)
    {
        Adjust(cents);
    }

    private void Adjust(int cents)
    {
        using (_payments.EnterScope()) // expect-any: LG1002 Payroll._employees > Payroll._payments
        {
            _budget += cents;
        }
    }

    private int Current()
    {
        using (_employees.EnterScope()) // expect-any: LG1002 Payroll._employees > Payroll._payments
        {
            return _paid;
        }
    }
}
