// Guarded runs what it is given under _employees.
using LockGraph;

namespace Parity.LockLambda;

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
        Guarded(() =>
        {
            _paid += cents;
            using (_payments.EnterScope()) // expect-any: LG1002 Payroll._employees > Payroll._payments
            {
                _budget++;
            }
        });
    }

    public void Revise()
    {
        using (_payments.EnterScope())
        {
            Guarded(() => _paid = _budget); // expect-any: LG1002 Payroll._employees > Payroll._payments
        }
    }

    private void Guarded(Action body)
    {
        using (_employees.EnterScope()) // expect-any: LG1002 Payroll._employees > Payroll._payments
        {
            body(); // expect-any: LG1002 Payroll._employees > Payroll._payments
        }
    }
}
