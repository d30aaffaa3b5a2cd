// The inner lock is taken and given back in each round; the orders differ.
using LockGraph;

namespace Parity.LockLoop;

public sealed class Payroll
{
    private readonly TrackedLock _employees = new();
    private readonly TrackedLock _payments = new();
    private int _paid;
    private int _budget;

    public static void Run()
    {
        var payroll = new Payroll();
        payroll.Pay([1, 2, 3]);
        payroll.Revise();
    }

    public void Pay(int[] cents)
    {
        using (_employees.EnterScope())
        {
            foreach (int one in cents)
            {
                using (_payments.EnterScope()) // expect-any: LG1002 Payroll._employees > Payroll._payments
                {
                    _budget += one;
                }
            }
        }
    }

    public void Revise()
    {
        using (_payments.EnterScope())
        {
            for (int round = 0; round < 2; round++)
            {
                using (_employees.EnterScope()) // expect-any: LG1002 Payroll._employees > Payroll._payments
                {
                    _paid += _budget;
                }
            }
        }
    }
}
